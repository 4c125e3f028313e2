//! Every deadline of both seed plans, and every milestone of Tower Hamlets.

use super::{check_cells, check_sentences};

#[test]
fn every_deadline_of_oldham_is_read() {
    check_cells(
        2010,
        &[
            ("April 2010", "month 2010-04-01..2010-04-30"),
            ("On a ¼ basis", "recurring quarterly"),
            ("June 2010", "month 2010-06-01..2010-06-30"),
            ("September 2010", "month 2010-09-01..2010-09-30"),
            ("Ongoing", "ongoing"),
            ("Quarterly", "recurring quarterly"),
            ("December 2009", "month 2009-12-01..2009-12-31"),
            ("January 2010", "month 2010-01-01..2010-01-31"),
            ("November 2010", "month 2010-11-01..2010-11-30"),
            ("December 2010", "month 2010-12-01..2010-12-31"),
            ("March 2010", "month 2010-03-01..2010-03-31"),
            ("February 2010", "month 2010-02-01..2010-02-28"),
            ("February 2011", "month 2011-02-01..2011-02-28"),
            ("January 2011", "month 2011-01-01..2011-01-31"),
            ("Sept 2010", "month 2010-09-01..2010-09-30"),
            ("March 2011", "month 2011-03-01..2011-03-31"),
            ("", "blank"),
        ],
    );
}

#[test]
fn every_deadline_of_tower_hamlets_is_read() {
    check_cells(
        2016,
        &[
            ("", "blank"),
            ("30/11/16", "day 2016-11-30"),
            ("End March 2017", "month 2017-03-01..2017-03-31"),
            ("Plan developed by 31/07/16 and delivered by 31/03/16", "several [day 2016-07-31; day 2016-03-31]"),
            ("March 2017", "month 2017-03-01..2017-03-31"),
            ("Oct 17", "month 2017-10-01..2017-10-31"),
            ("Mar 2017", "month 2017-03-01..2017-03-31"),
            ("Nov 16", "month 2016-11-01..2016-11-30"),
            ("31/12/16", "day 2016-12-31"),
            ("31/03/17", "day 2017-03-31"),
            ("Aug 16", "month 2016-08-01..2016-08-31"),
            ("Oct 16", "month 2016-10-01..2016-10-31"),
            ("30/09/16", "day 2016-09-30"),
            ("Dec 2016", "month 2016-12-01..2016-12-31"),
            ("November 2015", "month 2015-11-01..2015-11-30"),
            ("xxxx", "placeholder"),
            ("Ongoing", "ongoing"),
            ("31/03/16", "day 2016-03-31"),
            ("xxx", "placeholder"),
            ("31/07/16", "day 2016-07-31"),
            ("Quarterly", "recurring quarterly"),
        ],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn every_milestone_of_tower_hamlets_is_read() {
    let june = "month 2016-06-01..2016-06-30";
    let october = "month 2016-10-01..2016-10-31";
    let january = "month 2017-01-01..2017-01-31";
    check_sentences(
        2016,
        &[
            ("Award contract to new services June 2016", "June 2016", june),
            ("Implement new services 01/10/16", "01/10/16", "day 2016-10-01"),
            ("xxxx", "xxxx", "placeholder"),
            ("consultations / strategies", "", "blank"),
            (
                "Communications plan to be presented to / agreed at July 2016 DAAT Board.",
                "July 2016 DAAT Board",
                "event 2016-07-01..2016-07-31",
            ),
            ("Communications activity to commence in August 2016.", "August 2016", "month 2016-08-01..2016-08-31"),
            (
                "Review Barts Health contract and implement new model of service by January 2017",
                "January 2017",
                january,
            ),
            ("Quarterly collection of data to be presented to DAATB", "Quarterly", "recurring quarterly"),
            (
                "Agree incorporation of IBAs into sexual health service assessments by January 2017",
                "January 2017",
                january,
            ),
            ("Agree recording of IBAs with Probation services by January 2017", "January 2017", january),
            ("Deliver training sessions where required", "", "blank"),
            ("Quarterly young people substance misuse networks", "Quarterly", "recurring quarterly"),
            ("Quarterly Drug and Alcohol Networks (adults)", "Quarterly", "recurring quarterly"),
            (
                "Training plan to be developed by end August 2016 in conjunction with new treatment providers and Young Peoples service",
                "end August 2016",
                "month 2016-08-01..2016-08-31",
            ),
            (
                "Agreement reached with new provider regarding the programme to be delivered (October 2016)",
                "October 2016",
                october,
            ),
            (
                "A minimum of 2 programmes to be delivered post implementation of new services (Oct 16 – Mar 17)",
                "Oct 16 – Mar 17",
                "range 2016-10-01..2017-03-31",
            ),
            ("Agree for a and dates for training – September 2016", "September 2016", "month 2016-09-01..2016-09-30"),
            ("Agreement reached with new providers regarding the offer to carers", "", "blank"),
            ("New Carer strategy developed – end July 2016", "end July 2016", "month 2016-07-01..2016-07-31"),
            ("Contracts awarded by end of June 2016", "end of June 2016", june),
            ("Designate strategic recovery champion (s)", "", "blank"),
            (
                "Implement robust communication / feedback activities with all champions to maximise impact on recovery.",
                "",
                "blank",
            ),
            ("Coordinate third Celebrating Recovery event in March 2017", "March 2017", "month 2017-03-01..2017-03-31"),
            ("New services implemented 01/10/16", "01/10/16", "day 2016-10-01"),
            (
                "Service user involvement strategies / processes agreed with new provider by 31/12/16",
                "31/12/16",
                "day 2016-12-31",
            ),
            ("Contracts awarded by end June 2016", "end June 2016", june),
            (
                "Baseline data established during first 6 months of contract",
                "during first 6 months of contract",
                "event",
            ),
            ("New contracts awarded by end June 2016", "end June 2016", june),
            ("Naloxone distribution routes established 01/11/16", "01/11/16", "day 2016-11-01"),
            ("Recruit permanent Hidden Harm Advisor by 31/08/16", "31/08/16", "day 2016-08-31"),
            ("Increase MASH attendance to twice weekly by 31/12/16", "31/12/16", "day 2016-12-31"),
            ("Policy signed off at Hidden Harm Steering Group July 2016", "July 2016", "month 2016-07-01..2016-07-31"),
            ("Policy implemented in children's services", "", "blank"),
            ("xxxxxx", "xxxxxx", "placeholder"),
            ("Treatment service workforce established 31/12/16", "31/12/16", "day 2016-12-31"),
            ("CAF training completed 28/02/16", "28/02/16", "day 2016-02-28"),
            ("Assessment tool,", "", "blank"),
            ("Implementation of new education / recovery support service Oct 2016", "Oct 2016", october),
            ("Quarterly data obtained by drug / alcohol users in treatment", "Quarterly", "recurring quarterly"),
            ("Consultation during May 2016", "during May 2016", "range 2016-05-01..2016-05-31"),
            ("Hostels commissioning Plan presented to Cabinet xxx", "xxx", "placeholder"),
            ("Blue light pilot implemented with xx clients across the borough by xxx", "xxx", "placeholder"),
            (
                "Evaluation of pilot and plans for roll out by end March 2017",
                "end March 2017",
                "month 2017-03-01..2017-03-31",
            ),
            ("Pathways and satellites established Oct 2016", "Oct 2016", october),
            ("Quarterly data collection", "Quarterly", "recurring quarterly"),
            ("Review DRR / ATR pathways with new treatment service – Oct 2016", "Oct 2016", october),
            ("Pilot rapid assessment to facilitate same day orders", "", "blank"),
            ("Tender process started by 31/07/16", "31/07/16", "day 2016-07-31"),
            ("Implement new outreach / referral service – Oct 2016", "Oct 2016", october),
            ("Develop S75 agreement with THCCG", "", "blank"),
            ("Robust referral pathways developed – Nov 2016", "Nov 2016", "month 2016-11-01..2016-11-30"),
            ("Regular CAMHS satellite service to commence in the YP treatment service", "", "blank"),
            (
                "Interagency meetings with CAMHS and Lifeline YP service to be scheduled to discuss cases using a signs of safety approach",
                "",
                "blank",
            ),
            (
                "Improve clarity on referral criteria and pathway to group by end Sep 2016",
                "end Sep 2016",
                "month 2016-09-01..2016-09-30",
            ),
            ("Development of protocols between providers Dec 2016", "Dec 2016", "month 2016-12-01..2016-12-31"),
            ("Quarterly collection of data", "Quarterly", "recurring quarterly"),
            (
                "Service changes to be requested where presentation of certain groups is below required level",
                "",
                "blank",
            ),
            ("Activities implemented April September 2016", "April September 2016", "range 2016-04-01..2016-09-30"),
            ("Evaluation completed Feb 2016", "Feb 2016", "month 2016-02-01..2016-02-29"),
            ("Launch Best Bar None 2016/17 – July 2016", "July 2016", "month 2016-07-01..2016-07-31"),
            ("Best Bar None awards ceremony – February 2016", "February 2016", "month 2016-02-01..2016-02-29"),
            ("Quarterly analysis reports available", "Quarterly", "recurring quarterly"),
            (
                "Inclusion within annual needs assessment report considered at November DAAT Board",
                "November DAAT Board",
                "event 2016-11-01..2016-11-30",
            ),
        ],
    );
}
