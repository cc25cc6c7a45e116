//! The portal, the desk and the API. One route a file.
