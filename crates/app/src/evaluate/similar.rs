//! Whether matters about one event find each other: mean average precision.

use std::{collections::HashMap, path::Path};

use anyhow::Result;
use intelligence::similar::{Rarity, Tokens, Weighed, Weights};

use super::{files::rows, index::Index, number};

struct Message {
    event: Option<String>,
    tokens: Tokens,
}

pub(super) fn measure(folder: &Path) -> Result<Vec<String>> {
    let weights = Weights::default();
    let events = rows(&folder.join("message_events.csv"), &["id", "event"])?;
    let events: HashMap<String, String> =
        events.into_iter().map(|row| (row["id"].clone(), row["event"].clone())).collect();
    let messages: Vec<Message> = rows(&folder.join("messages.csv"), &["id", "title", "detail"])?
        .into_iter()
        .map(|row| Message {
            event: events.get(&row["id"]).cloned(),
            tokens: Tokens::of(&row["title"], &row["detail"], &weights),
        })
        .collect();
    let rarity = Rarity::learn(messages.iter().map(|one| &one.tokens));
    let weigh = |rarity: &Rarity, one: &Message| one.tokens.weighed(rarity, &|_| false, &weights);
    let all: Vec<Weighed> = messages.iter().map(|one| weigh(&rarity, one)).collect();
    let labelled: Vec<usize> = (0..messages.len()).filter(|place| messages[*place].event.is_some()).collect();
    let among_labelled =
        mean(&labelled, &messages, |query| ranked(&labelled, query, |other| all[query].likeness(&all[other])));
    let index = Index::of(&all);
    let among_all = mean(&labelled, &messages, |query| {
        let nearest = index.nearest(&all[query], messages.len());
        nearest.into_iter().map(|(place, _)| place).filter(|place| *place != query).collect()
    });
    // As the desk asks: only the tokens of the text asked about are counted, all others are as rare as the usual one.
    let as_asked = mean(&labelled, &messages, |query| {
        let own = counted(&messages, &messages[query].tokens);
        let asked = weigh(&own, &messages[query]);
        ranked(&labelled, query, |other| asked.likeness(&weigh(&own, &messages[other])))
    });
    Ok(vec![
        format!("messages {}, of which labelled with an event {}", messages.len(), labelled.len()),
        format!("mAP among the labelled {among_labelled:.3}"),
        format!("mAP among all {among_all:.3}"),
        format!("mAP among the labelled, as the desk asks {as_asked:.3}"),
    ])
}

fn ranked(labelled: &[usize], query: usize, likeness: impl Fn(usize) -> f32) -> Vec<usize> {
    let mut others: Vec<(usize, f32)> =
        labelled.iter().filter(|other| **other != query).map(|other| (*other, likeness(*other))).collect();
    others.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    others.into_iter().map(|(other, _)| other).collect()
}

fn counted(messages: &[Message], tokens: &Tokens) -> Rarity {
    let mut counts: HashMap<String, u64> = tokens.all().map(|token| (token.to_owned(), 0)).collect();
    for message in messages {
        for token in message.tokens.all() {
            if let Some(count) = counts.get_mut(token) {
                *count += 1;
            }
        }
    }
    Rarity::of_counts(messages.len() as u64, counts)
}

/// The mean over the queries of the precision at each hit.
fn mean(queries: &[usize], messages: &[Message], ranking: impl Fn(usize) -> Vec<usize>) -> f64 {
    let mut sum = 0.0;
    for query in queries {
        let event = &messages[*query].event;
        let relevant = queries.iter().filter(|other| *other != query && messages[**other].event == *event).count();
        let (mut hits, mut precision) = (0, 0.0);
        for (place, other) in (1..).zip(ranking(*query)) {
            if messages[other].event == *event {
                hits += 1;
                precision += number(hits) / number(place);
            }
        }
        sum += precision / number(relevant).max(1.0);
    }
    sum / number(queries.len()).max(1.0)
}
