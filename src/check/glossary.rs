//! What letters commonly stand for in plans of this field.
//!
//! It must not be taken as certain: it is only ever offered.

/// Letters and their words.
const KNOWN: &[(&str, &str)] = &[
    ("ASB", "Anti-Social Behaviour"),
    ("BBV", "Blood-Borne Virus"),
    ("CAF", "Common Assessment Framework"),
    ("CAMHS", "Child and Adolescent Mental Health Services"),
    ("CCG", "Clinical Commissioning Group"),
    ("CJS", "Criminal Justice System"),
    ("CPD", "Continuing Professional Development"),
    ("CRC", "Community Rehabilitation Company"),
    ("CQC", "Care Quality Commission"),
    ("CSP", "Community Safety Partnership"),
    ("DAAT", "Drug and Alcohol Action Team"),
    ("DIP", "Drug Interventions Programme"),
    ("DRR", "Drug Rehabilitation Requirement"),
    ("ECAF", "Electronic Common Assessment Framework"),
    ("ECM", "Every Child Matters"),
    ("ELFT", "East London NHS Foundation Trust"),
    ("FIP", "Family Intervention Project"),
    ("HWB", "Health and Wellbeing Board"),
    ("IBA", "Identification and Brief Advice"),
    ("ICB", "Integrated Care Board"),
    ("IOM", "Integrated Offender Management"),
    ("JCG", "Joint Commissioning Group"),
    ("JSNA", "Joint Strategic Needs Assessment"),
    ("LBTH", "London Borough of Tower Hamlets"),
    ("MASH", "Multi-Agency Safeguarding Hub"),
    ("MECC", "Making Every Contact Count"),
    ("MOPAC", "Mayor's Office for Policing and Crime"),
    ("MOU", "Memorandum of Understanding"),
    ("NDTMS", "National Drug Treatment Monitoring System"),
    ("NPS", "National Probation Service"),
    ("NPS", "New Psychoactive Substances"),
    ("NPS", "Novel Psychoactive Substances"),
    ("NTA", "National Treatment Agency for Substance Misuse"),
    ("OHID", "Office for Health Improvement and Disparities"),
    ("OMBC", "Oldham Metropolitan Borough Council"),
    ("OST", "Opioid Substitution Therapy"),
    ("PBR", "Payment by Results"),
    ("PCC", "Police and Crime Commissioner"),
    ("PCT", "Primary Care Trust"),
    ("PHE", "Public Health England"),
    ("PHOF", "Public Health Outcomes Framework"),
    ("PSA", "Parent Support Adviser"),
    ("PSHE", "Personal, Social, Health and Economic education"),
    ("SLA", "Service Level Agreement"),
    ("SRE", "Sex and Relationships Education"),
    ("TOP", "Treatment Outcomes Profile"),
    ("VCS", "Voluntary and Community Sector"),
    ("YIP", "Youth Inclusion Programme"),
    ("YJB", "Youth Justice Board"),
    ("YOS", "Youth Offending Service"),
    ("YOT", "Youth Offending Team"),
];

/// Letters that everybody at a board knows, or that are no acronym.
const COMMON: [&str; 50] = [
    "AIDS", "ALL", "AM", "AND", "ASAP", "BBC", "BME", "CCTV", "CD", "CEO", "DVD", "EU", "FAQ", "FINAL", "FOR", "GP",
    "HIV", "HQ", "HR", "ID", "II", "III", "IN", "IT", "IV", "IX", "KPI", "MP", "MUST", "NEW", "NHS", "NO", "NOT",
    "NOTE", "OF", "OK", "ON", "ONLY", "OR", "PC", "PDF", "PM", "RAG", "THE", "TO", "TV", "UK", "UN", "USA", "VAT",
];

/// The words that letters commonly stand for, the likeliest first.
pub(super) fn words_of(letters: &str) -> impl Iterator<Item = &'static str> {
    KNOWN.iter().filter(move |(known, _)| *known == letters).map(|(_, words)| *words)
}

/// Whether letters need not be said in words.
pub(super) fn is_common(letters: &str) -> bool {
    COMMON.contains(&letters)
}
