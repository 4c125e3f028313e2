//! Texts that were cut off or run together on their way out of another document.
//!
//! It must not check spelling or grammar: every sign it goes by is one that whole sentences do not have. The weakest,
//! a word that is no more than the end or the beginning of one the plan often uses, is asked only of statements and
//! titles, and only of words that are nobody's own.

use super::book::{Book, Suspect, Vocabulary};
use super::finding::{Field, Finding, Fix};
use super::rule::Rule;
use super::walk::{Desk, Spot, texts};
use super::words::{Token, Words, between, cut};
use crate::model::{ActionField, Edit, ObjectiveField, Owners, RecordId};

/// Words with which no text ends.
const NEVER_LAST: [&str; 13] =
    ["a", "an", "and", "our", "or", "of", "the", "their", "its", "whose", "which", "into", "than"];
/// Words that never follow "the" or "a".
const NEVER_AFTER_THE: [&str; 14] =
    ["a", "an", "and", "are", "be", "by", "for", "from", "is", "of", "or", "the", "was", "with"];
/// Words of two letters.
const TWO_LETTERS: [&str; 30] = [
    "ad", "am", "an", "as", "at", "be", "by", "do", "eg", "go", "he", "hr", "if", "in", "is", "it", "me", "my", "no",
    "of", "oh", "ok", "on", "or", "pa", "so", "to", "up", "us", "we",
];
/// Endings that make another word of a whole one.
const ENDINGS: [&str; 51] = [
    "able", "age", "al", "ally", "an", "ance", "ant", "ary", "ation", "ations", "d", "dom", "ed", "en", "ence", "er",
    "ers", "es", "ful", "hood", "ial", "ible", "ic", "ical", "ies", "ing", "ings", "ion", "ions", "ise", "ised", "ish",
    "ist", "ists", "ity", "ive", "less", "ly", "ment", "ments", "n", "ness", "or", "ors", "ory", "r", "s", "ship",
    "ships", "t", "y",
];
/// Beginnings that make another word of a whole one.
const BEGINNINGS: [&str; 26] = [
    "a", "anti", "be", "co", "de", "dis", "en", "ex", "for", "im", "in", "inter", "mis", "multi", "non", "on", "out",
    "over", "pre", "re", "sub", "un", "under", "up", "with", "micro",
];
/// Words of their own that other words begin or end with.
const ORDINARY: &str = "able account action active ally along alter among ample arch archive area back base bedded bench board \
    body book camp care case cate cent character chief child city class close comb come common compare compete compute \
    consist count court cover craft crew crime cult curate dance dash dead dele dent depend design desk deter develop dial \
    dialog direct discus disc done down dress dual duce each early ease east edge effect elate embed emit ending enforce \
    engine envelop even event ever expo extra face fair fare feed fend file film find fine fire firm five focus foot force \
    form format forth fort frame free front fund gain game gate gene gent gift give goal good grade gram graph grip ground \
    group grow guard guide half hall hand hard head heal health hear heart held help here high hill hire hist hold hole \
    home hood hope host hour house idea info inter intro join junction just keep kind king know lace lack lake land lane \
    large last late lead lean lease leave left lend less life lift light like limit line link list lite live load loan \
    lock long look lose loss lost love lunch luster made main make male mall mana manage many mark market mass mate matter \
    mean meas meat meet mental mess mild mile mind mine mini mission mode mood moon more most mote move much must name \
    native near neck need news next nice nine none note number object office often omen once only open opera oral order \
    other over pace pack page paid pain pair para pare park part party pass past path peak peer pend people percent perm \
    person pharma phone pick pile pipe place plain plan plate play plea point pool poor port pose post power present press \
    price prime print prior process profession profile program prom prop prov prove provide pull pure push quart quit race \
    rage rail rain range rank rare rate rated rather ration rational reach read ready real recover reed refer rehab rein \
    rent represent reside resist rest rich ride ring rise rite road role roll roof room root rope rough round rove rule run \
    safe sage sale same save scale scheme school score scrip seat seed seek seem self sell send sense sent sequence serve \
    sett shed ship shop short show side sign since sing site size skill slow soft sold sole some song sort sound source \
    spec speed spend spirit spoke spot spread stable staff stage stake stand star start state station stay stem step stick \
    still stone stop store story strength stress strong study submit such suit sure table tact tail take tale talk tall \
    target task teach team tell temp tend tent term test text than that them then there these thin thing think this those \
    thou though three through tile till time tiny toll tone tool town track trade train trans treat tree trend trial tribe \
    tribute trip true trust turn twin type under unit unity until upon urge used user vent verse very vest vice video view \
    vise vision visor vital voice wage wait walk wall want ward warm wash water wave ways week well were west what wheel \
    when where which while white whole wide will wind wing wise wish with wood word work world worth wrap write year young \
    youth zone";

/// A piece of so many letters can hardly be a word of its own.
const LONG_PIECE: usize = 6;

/// Looks at one text with its words.
pub(super) fn look_at_text<'plan>(
    desk: &mut Desk<'_>,
    book: &mut Book<'plan>,
    spot: Spot,
    text: &'plan str,
    words: &Words<'plan>,
) {
    let tokens = words.tokens.as_slice();
    match spot.field {
        Field::Updates | Field::Own(_) => return,
        Field::Owners => {
            look_for_lost_apostrophe(desk, spot, text, words);
            return;
        }
        _ => {}
    }
    if let Some(message) = sign(book, spot.field, text, tokens) {
        find(desk, spot, text, message);
    } else if !look_for_lost_apostrophe(desk, spot, text, words)
        && matches!(spot.field, Field::Statement | Field::Title)
    {
        let is_suspect =
            |token: &&Token<'_>| token.word.len() > 3 && token.word.bytes().all(|byte| byte.is_ascii_alphabetic());
        book.suspects.extend(tokens.iter().filter(is_suspect).map(|token| Suspect { word: token.word, text, spot }));
    }
}

fn find<'desk>(desk: &'desk mut Desk<'_>, spot: Spot, text: &str, message: String) -> &'desk mut Finding {
    desk.find(Rule::CutText, spot, text, message, "Look in the document it came from, and put in what is lost.")
}

/// What shows that a text is not whole.
fn sign(book: &Book<'_>, field: Field, text: &str, tokens: &[Token<'_>]) -> Option<String> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    let opens_small =
        first.word.chars().next().is_some_and(char::is_lowercase) && !first.word.chars().any(char::is_uppercase);
    if opens_small && book.begins_with_capital(field) {
        return Some(format!("It begins in the middle, with \"{}\".", first.word));
    }
    let end = text.get(last.end()..).unwrap_or_default().trim_end();
    if end == "," || (end == "-" && text.trim_end().len() == last.end() + 1) {
        return Some(format!("It ends in the middle, with \"{}{end}\".", last.word));
    }
    let is_two_letters = last.word.len() == 2 && last.word.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_no_word = is_two_letters && !TWO_LETTERS.contains(&last.word);
    if end.is_empty() && tokens.len() > 2 && (last.is_any(&NEVER_LAST) || is_no_word) && !last.is_loud {
        return Some(format!("It ends in the middle, with \"{}\".", last.word));
    }
    tokens.windows(2).find_map(|pair| sign_between(text, &pair[0], &pair[1], tokens))
}

fn sign_between(text: &str, left: &Token<'_>, right: &Token<'_>, tokens: &[Token<'_>]) -> Option<String> {
    let before = text.as_bytes().get(left.end());
    if left.word.len() > 3 && right.word.len() > 1 && before != Some(&b'-') {
        return None;
    }
    let gap = between(text, left, right);
    let after = text.as_bytes().get(right.end());
    if gap == " " {
        let is_article = matches!(left.word, "a" | "an" | "the" | "The" | "An");
        if is_article && NEVER_AFTER_THE.contains(&right.word) && after != Some(&b'-') {
            return Some(format!("\"{} {}\" cannot follow one another.", left.word, right.word));
        }
        let is_alone = right.word.len() == 1
            && matches!(right.word.as_bytes(), [b'b'..=b'z'])
            && !matches!(right.word, "i" | "s" | "x" | "v" | "p" | "c" | "e" | "g" | "o")
            && matches!(after, None | Some(b' '));
        if is_alone {
            return Some(format!("The letter \"{}\" stands alone.", right.word));
        }
    }
    let is_hanging = gap.starts_with("- ") && !right.is_any(&["and", "or", "to", "nor", "but"]) && after != Some(&b'-');
    let is_word = |token: &Token<'_>| token.word.chars().all(char::is_alphabetic) && !token.is_loud;
    // A dash with space on one side only is one that somebody typed in haste: it has more words like it around.
    (is_hanging && is_word(left) && is_word(right) && tokens.len() > 2)
        .then(|| format!("\"{}- {}\" is cut in two.", left.word, right.word))
}

/// "Children s services", with the apostrophe to put back.
fn look_for_lost_apostrophe(desk: &mut Desk<'_>, spot: Spot, text: &str, words: &Words<'_>) -> bool {
    if !words.has_single {
        return false;
    }
    let lost =
        |pair: &&[Token<'_>]| pair[1].word == "s" && between(text, &pair[0], &pair[1]) == " " && pair[0].word.len() > 2;
    let Some(pair) = words.tokens.windows(2).find(lost) else { return false };
    if !matches!(text.as_bytes().get(pair[1].end()), None | Some(b' ')) {
        return false;
    }
    let message = format!("\"{} s\" has lost its apostrophe.", pair[0].word);
    let mended = format!("{}'s{}", &text[..pair[0].end()], &text[pair[1].end()..]);
    let edit = match (spot.field, spot.record) {
        (Field::Owners, Some(RecordId::Action(id))) => {
            Some(Edit::Action(id, ActionField::Owners(Owners::read(mended, &desk.plan.directory))))
        }
        (Field::Description, Some(RecordId::Action(id))) => Some(Edit::Action(id, ActionField::Description(mended))),
        (Field::Statement, Some(RecordId::Objective(id))) => {
            Some(Edit::Objective(id, ObjectiveField::Statement(mended)))
        }
        (Field::Kpis, Some(RecordId::Kpi(id))) => Some(Edit::Kpi(id, mended)),
        _ => None,
    };
    let label = format!("write \"{}'s\"", pair[0].word);
    let finding = find(desk, spot, text, message);
    finding.suggestion = "Put the apostrophe back.".into();
    finding.fix = edit.map(|edit| Box::new(Fix { label, edit, replaces: None }));
    true
}

/// Looks for pieces of words in statements and titles, when all words of the plan are known.
pub(super) fn look_for_fragments(desk: &mut Desk<'_>, book: &Book<'_>) {
    // A fragment is no word of the plan's own: no other statement has it, and then no other text. Only where there
    // are such is every word of the plan counted.
    let mut of_statements = Vocabulary::default();
    book.suspects.iter().for_each(|suspect| of_statements.add_word(suspect.word));
    let mut suspects: Vec<&Suspect<'_>> = book.suspects.iter().collect();
    suspects.retain(|suspect| of_statements.count(suspect.word) == 1 && !is_ordinary(suspect.word));
    if suspects.is_empty() {
        return;
    }
    let mut book = Vocabulary::default();
    let mut words = Words::default();
    texts(desk.plan, &mut |text| {
        cut(text, &mut words);
        book.add(&words.tokens);
    });
    suspects.retain(|suspect| book.count(suspect.word) == 1);
    let mut forwards: Vec<String> = book.words().map(str::to_lowercase).collect();
    let mut backwards: Vec<String> = forwards.iter().map(|word| word.chars().rev().collect()).collect();
    forwards.sort_unstable();
    backwards.sort_unstable();
    let mut found: Vec<&str> = Vec::new();
    for Suspect { word, text, spot } in suspects {
        let small = word.to_lowercase();
        if found.last() == Some(text) {
            continue;
        }
        let turned: String = small.chars().rev().collect();
        let whole = longer(&forwards, &small)
            .find(|whole| {
                let rest = &whole[small.len()..];
                // Of a long piece, one use of the whole word is enough.
                let is_known = book.count(whole) > 1 || (small.len() >= LONG_PIECE && rest.len() < 3);
                is_known && !ENDINGS.contains(&rest)
            })
            .map(str::to_owned)
            .or_else(|| {
                let is_piece = |whole: &&str| {
                    let front: String = whole[small.len()..].chars().rev().collect();
                    let forwards: String = whole.chars().rev().collect();
                    book.count(&forwards) > 1 && !BEGINNINGS.contains(&front.as_str())
                };
                longer(&backwards, &turned).find(is_piece).map(|whole| whole.chars().rev().collect())
            });
        if let Some(whole) = whole {
            find(desk, *spot, text, format!("\"{word}\" looks like a piece of \"{whole}\"."));
            found.push(text);
        }
    }
}

fn is_ordinary(word: &str) -> bool {
    ORDINARY.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

/// The words that begin with this one and go on.
fn longer<'list>(sorted: &'list [String], start: &str) -> impl Iterator<Item = &'list str> {
    let from = sorted.partition_point(|word| word.as_str() <= start);
    let owned = start.to_owned();
    sorted.iter().skip(from).map(String::as_str).take_while(move |word| word.starts_with(&owned))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Row, found, plan_of};
    use super::*;
    use crate::model::{IdMaker, Objective};

    fn of_statement(statement: &str) -> Vec<String> {
        let mut plan = plan_of(&[
            Row::sound(),
            Row { description: "Agree with people and people's own general treatment", ..Row::sound() },
        ]);
        let sound = plan.grids[0].objectives[0].clone();
        let mut objective = Objective { id: IdMaker::new(4).objective(), ..sound };
        "We will offer general treatment in partnership with young people".clone_into(&mut objective.statement);
        objective.actions.clear();
        plan.grids[0].objectives[0].statement = "Partnership with young people".to_owned();
        plan.grids[0].objectives.push(objective.clone());
        let mut last = Objective { id: IdMaker::new(6).objective(), ..objective };
        statement.clone_into(&mut last.statement);
        plan.grids[0].objectives.push(last);
        found(&plan, Rule::CutText)
    }

    #[test]
    fn statements_that_are_not_whole_are_found() {
        for text in [
            "and access to treatment",
            "We will work with partners to prove the",
            "We will target activity with young pe",
            "We will improve the regulating the be obtained",
            "We will develop a multi- oung people",
            "We will address harms by alcohol m ocal data",
            "We will speak with the genera about drug use",
            "We will build ership approaches",
        ] {
            assert_eq!(of_statement(text), [text]);
        }
    }

    #[test]
    fn whole_sentences_are_not() {
        for text in [
            "We will offer short- and long-term help",
            "We will open the by-pass to A and E and B",
            "We will find a home for everybody we work with",
            "Drug Testing (Audit C)",
            "We will reach people in the area they come from",
            "We will even help those who gain nothing from it",
            "Support for 18-25 year olds – and their carers",
        ] {
            assert_eq!(of_statement(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_lost_apostrophe_is_found_and_put_back() {
        let mut plan = plan_of(&[Row { owners: "DAAT / Children s services", ..Row::sound() }]);
        let as_at = plan.period.from;
        let findings = super::super::check(&plan, as_at);
        let cut = findings.iter().find(|finding| finding.rule == Rule::CutText).unwrap();
        plan.apply(cut.fix.clone().unwrap().edit).unwrap();
        assert_eq!(plan.actions().next().unwrap().owners.written(), "DAAT / Children's services");
        assert_eq!(found(&plan, Rule::CutText), [""; 0]);
        let sound = plan_of(&[Row { description: "Designate recovery champion (s) for carers", ..Row::sound() }]);
        assert_eq!(found(&sound, Rule::CutText), [""; 0]);
    }

    #[test]
    fn milestones_that_end_or_begin_in_the_middle_are_found() {
        for text in ["Assessment tool,", "Agree for a and dates for training", "consultations / strategies"] {
            let steps = ["First step 30/09/16", "Second step 31/10/16", text];
            let plan = plan_of(&[Row { milestones: &steps, ..Row::sound() }]);
            assert_eq!(found(&plan, Rule::CutText), [text]);
        }
    }
}
