//! The grid 网格: below the village to groups of households, and special grids beside it (G1; 罗平 户–格–组–村–乡–县).
//!
//! A group of households is a number of doors. Who lives behind them stands nowhere.

use kernel::{DivisionCode, GridId, Mobile, OrgId, OrgLevel, PersonName, Refusal, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::names;

names! {
    /// The levels by which grids are counted.
    pub enum GridLevel in "grid-level" {
        /// 乡级
        Township = "TOWNSHIP",
        /// 村级
        Village = "VILLAGE",
        /// 组级
        Group = "GROUP",
        /// 网格
        Grid = "GRID",
        /// 户代表级
        Households = "HOUSEHOLDS",
        /// 专属
        Special = "SPECIAL",
    }
}

names! {
    /// What a grid is made of.
    pub enum GridKind in "grid-kind" {
        /// 乡级网格
        Township = "TOWNSHIP",
        /// 村级网格
        Village = "VILLAGE",
        /// 自然村、独贵龙
        NaturalVillage = "NATURAL_VILLAGE",
        /// 村（居）民小组
        Group = "GROUP",
        /// 小区、楼栋、街区
        Building = "BUILDING",
        /// 网格
        Grid = "GRID",
        /// 户代表级网格
        Households = "HOUSEHOLDS",
        /// 机关
        Agency = "AGENCY",
        /// 企事业单位
        Enterprise = "ENTERPRISE",
        /// 学校
        School = "SCHOOL",
    }
}

impl GridKind {
    /// The level at which it counts.
    #[must_use]
    pub const fn level(self) -> GridLevel {
        match self {
            Self::Township => GridLevel::Township,
            Self::Village => GridLevel::Village,
            Self::NaturalVillage | Self::Group | Self::Building => GridLevel::Group,
            Self::Grid => GridLevel::Grid,
            Self::Households => GridLevel::Households,
            Self::Agency | Self::Enterprise | Self::School => GridLevel::Special,
        }
    }

    /// Whether a grid of this kind may hold one of kind `inner`: the tree goes down, a level may be left out, and a special
    /// grid or a group of households holds nothing.
    #[must_use]
    pub fn may_hold(self, inner: Self) -> bool {
        let above_leaves = !matches!(self.level(), GridLevel::Households | GridLevel::Special);
        above_leaves && (inner.level() == GridLevel::Special || self.level() < inner.level())
    }
}

names! {
    /// What somebody does in a grid.
    pub enum GridPost in "grid-post" {
        /// 网格长
        Lead = "LEAD",
        /// 片长
        SectionLead = "SECTION_LEAD",
        /// 网格员
        Member = "MEMBER",
    }
}

/// One grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// Its id.
    pub id: GridId,
    /// The village or community, or for a township's own grid the township.
    pub division: DivisionCode,
    /// The grid around it.
    pub parent: Option<GridId>,
    /// What it is.
    pub kind: GridKind,
    /// Its number, unique in its division.
    pub code: Text<40>,
    /// Its name.
    pub name: Text<60>,
    /// How many households; a number only.
    pub households: Option<u32>,
    /// The point that helps here, when it is not the one of the division.
    pub station: Option<OrgId>,
    /// The agent who helps here, when one is named.
    pub agent: Option<UserId>,
}

/// Somebody with a post in a grid. Most have no log-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridPostHolder {
    /// Which post.
    pub post: GridPost,
    /// Her name.
    pub name: PersonName,
    /// Her telephone at work.
    pub phone: Option<Mobile>,
}

impl Grid {
    /// What must hold of a grid under `parent`.
    ///
    /// # Errors
    /// `grid-place` when kind and division do not fit, `grid-parent` when the grid around it cannot hold it.
    pub fn validate(&self, parent: Option<&Self>) -> Result<(), Refusal> {
        let level = self.division.level();
        let placed = match self.kind.level() {
            GridLevel::Township => level == OrgLevel::Township,
            GridLevel::Special => level <= OrgLevel::County,
            _ => level == OrgLevel::Village,
        };
        if !placed {
            return Err(Refusal::invalid("division", "grid-place").with("kind", self.kind.key()));
        }
        let held = parent.is_none_or(|parent| {
            parent.id != self.id && parent.kind.may_hold(self.kind) && parent.division.contains(&self.division)
        });
        if held {
            return Ok(());
        }
        let around = parent.map_or_else(String::new, |parent| parent.name.to_string());
        Err(Refusal::invalid("parent", "grid-parent").with("parent", around))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn grid(id: u128, kind: GridKind, division: &str) -> Grid {
        Grid {
            id: GridId(Uuid::from_u128(id)),
            division: DivisionCode::parse(division).unwrap(),
            parent: None,
            kind,
            code: Text::parse("code", &id.to_string()).unwrap(),
            name: Text::parse("name", "网格").unwrap(),
            households: None,
            station: None,
            agent: None,
        }
    }

    #[test]
    fn the_tree_goes_down_and_never_up() {
        use GridKind as K;
        assert!(K::Township.may_hold(K::Village) && K::Village.may_hold(K::Households), "a level may be left out");
        assert!(K::Village.may_hold(K::School) && K::Township.may_hold(K::Agency));
        assert!(!K::Households.may_hold(K::Grid) && !K::Households.may_hold(K::School) && !K::School.may_hold(K::Grid));
        assert!(!K::Group.may_hold(K::Building), "one of a level does not hold another");
        for outer in K::ALL {
            for inner in K::ALL {
                assert!(!(outer.may_hold(*inner) && inner.may_hold(*outer)), "{outer} and {inner} hold each other");
            }
        }
    }

    #[test]
    fn a_grid_stands_where_its_kind_belongs() {
        let village = grid(1, GridKind::Village, "150223104201");
        assert!(village.validate(None).is_ok());
        let code = |grid: &Grid, parent: Option<&Grid>| grid.validate(parent).unwrap_err().code;
        assert_eq!(code(&grid(2, GridKind::Township, "150223104201"), None), "grid-place");
        assert_eq!(code(&grid(3, GridKind::Group, "150223104"), None), "grid-place");
        assert!(grid(4, GridKind::School, "150223").validate(None).is_ok());
        let group = grid(5, GridKind::Group, "150223104201");
        assert!(group.validate(Some(&village)).is_ok());
        assert_eq!(code(&village, Some(&group)), "grid-parent");
        assert_eq!(
            code(&grid(6, GridKind::Group, "150223104202"), Some(&village)),
            "grid-parent",
            "of another village"
        );
    }
}
