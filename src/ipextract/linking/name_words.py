"""The lists of words that make the names of indicators, fetched once from the lexicon."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

# A list in the order of the data file, and one that is only asked whether it has a word.
Words = tuple[str, ...]
WordSet = frozenset[str]

# So many characters of a word tell whether it may be one that is asked for.
_TELLING = 2
# The lists of names that are asked for by what they end with, or as they are.
_TOLD_BY_ENDS = (
    "measures.agencies",
    "measures.tasks",
    "triggers.superlatives.most",
    "triggers.superlatives.those_who",
    *(
        f"measures.naming.{key}"
        for key in (
            "air_grades", "air_rates", "awards", "case_rates", "casualties", "count_ends", "counts", "court_deeds", "credentials", "examined", "faces", "hosts", "kinds_of_cases", "losses", "of_the_insured", "passing",
            "people_at_school", "people_counts", "pointing", "prizes", "prosecuted", "rate", "rate_ends", "rates_of_disease", "rates_of_doing", "ratio_heads", "ratios", "receivers", "seen", "sexes", "taking_part", "town_ends", "vital_rates", "zones",
        )
    ),
)
# And those whose words are asked for as whole names.
_TOLD_ALONE = (
    "booked", "booked_of_people", "cases_dealt_with", "carriage_measures", "carriage_nouns", "intensities", "consumed", "fates", "former", "latter", "handled", "mean_values", "of_bodies", "of_bodies_beside", "of_diseases", "parts_of_traffic", "penalties", "raised", "running", "seasons", "takings", "told_of_goods", "watching",
)
# Those whose words a name is asked to begin with.
_TOLD_BY_STARTS = (
    "attending", "connecting", "dispositions", "done_by_bodies", "found_in_waters", "grades_of_honour", "kinds_of_patents", "means", "means_at_school", "means_of_times", "of_schools", "qualities_of_water", "reaching_people", "run_so", "settling",
)


class NameWords:
    """Words by what they do in the name of an indicator: the lists of the table `naming` of the data file measures.toml, by their keys.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    accounts: Words
    acting: Words
    achieving: Words
    activities: Words
    air: Words
    all_of: Words
    among_ends: Words
    among_having: Words
    and_others: Words
    including: Words
    included: Words
    any_crimes: WordSet
    applications: Words
    at_moments: Words
    at_stake: Words
    attendance: Words
    attracting: Words
    attending: Words
    aspect: Words
    attributive: Words
    averaged_otherwise: Words
    averaged_over: Words
    awards: Words
    being_in: Words
    being_what: Words
    beginning_anew: Words
    below: Words
    beneficiaries: Words
    partners: Words
    bounded: Words
    bounded_bodies: Words
    bounds_of_sellers: Words
    bearing: Words
    building: Words
    being_there: Words
    under_way: Words
    breakdowns: Words
    brought_about: Words
    budget_sums: Words
    bodies_listed: Words
    bodies_listed_in: Words
    bodies_of_branches: Words
    bodies_that_bring: Words
    businesses: Words
    budgets: Words
    burdens: Words
    ages: Words
    done_by_now: WordSet
    ways_of_care: WordSet
    ways_there: WordSet
    capacities: WordSet
    of_homes: Words
    of_economy: WordSet
    cases: Words
    class_units: Words
    handing_out: Words
    towards_whom: Words
    anybody: Words
    bodies_of_anybody: Words
    worth: Words
    going_in_or_out: Words
    how_many_went: Words
    told_of_goods: WordSet
    worth_of_goods: WordSet
    outdoing_rivals: Words
    whence: Words
    lands: Words
    most_of: Words
    reaching_lands: Words
    held_rights: Words
    kind_nouns: Words
    listing_kinds: Words
    company_forms: Words
    made_nouns: WordSet
    chosen_for: Words
    kind_units: Words
    intensities: Words
    spending: Words
    spent: Words
    complaints: Words
    completing: Words
    concentrations: Words
    conjunctions: Words
    connecting: Words
    countable: Words
    contests: Words
    credentials: Words
    cumulated: Words
    consumed: Words
    own_titles: Words
    per_output: Words
    day_count: Words
    days: Words
    deed_topics: Words
    definitions: Words
    deputies: Words
    distributions: Words
    doing_by: Words
    done_by_bodies: Words
    examined: Words
    extremes: Words
    flowing_stocks: Words
    for_each: Words
    hours: Words
    of_same_kind: Words
    disease_areas: Words
    of_beasts: Words
    of_diseases: WordSet
    of_kind: Words
    sales_of_all: Words
    hosts: Words
    receiving: Words
    priced_by_class: Words
    everywhere: WordSet
    above: Words
    balances: Words
    actually: Words
    actuals: WordSet
    granting: WordSet
    improved_by: WordSet
    improving: WordSet
    made_better: WordSet
    plans: Words
    planning_heads: Words
    replanned: WordSet
    each_kind: WordSet
    done_at: Words
    each_told: Words
    effects: Words
    dispositions: Words
    each_of_people: Words
    ends_reached: Words
    farmed: WordSet
    existing: Words
    furthering: Words
    laying_out: Words
    laid_out: Words
    general: Words
    vague: Words
    fates: Words
    fund_parts: Words
    finished: Words
    funds: Words
    gains: Words
    overcoming: Words
    extending: Words
    tally_ends: Words
    deeds_for_money: Words
    rejecting: WordSet
    examining: Words
    asked_for: Words
    finding_out: Words
    offenders: Words
    touching: Words
    fields: Words
    bodies_alone: Words
    wrongdoing: tuple[str, ...]
    prices_of_all: Words
    units_of_visits: Words
    in_traffic: Words
    trade_fields: Words
    event_grades: WordSet
    means_given: Words
    arrived: Words
    events: Words
    in_a_year: Words
    grades: Words
    grades_of_bodies: Words
    group_words: Words
    grouped: Words
    halves: Words
    groups_behind: Words
    succeeding: Words
    having_bodies: Words
    whole_beside_bodies: Words
    heading: Words
    holding: Words
    deeds_to_cases: WordSet
    cases_dealt_with: WordSet
    moving_funds: Words
    found_by_whom: Words
    excepting: WordSet
    extents: WordSet
    undertaken: Words
    every_one: Words
    left_outside: Words
    sides_counted: WordSet
    deeds_to_titles: Words
    economies: Words
    illicit: Words
    increments_alone: WordSet
    indicators_alone: WordSet
    fields_of_cases: Words
    figures: Words
    kept_part: WordSet
    kinds_of_filings: Words
    pollutants: Words
    rates_of_days: Words
    kinds_of_patents: Words
    kinds_of_spending: Words
    holdings: Words
    held: Words
    how_many: Words
    instruments: Words
    insured: Words
    kinds_of_place: Words
    served_by: Words
    budget_flows: Words
    summed_with: Words
    gatherings: Words
    joining_in: WordSet
    being_given: Words
    given_marks: Words
    lent: Words
    levels_of_accounts: Words
    linking: Words
    losses: WordSet
    loan_holders: Words
    many: Words
    marks_passed: Words
    mean_values: Words
    means: Words
    for_one_each: Words
    flourishes: Words
    money_for: Words
    for_what: Words
    sending: Words
    sent: Words
    sent_for: Words
    means_at_school: Words
    means_of_people: Words
    means_of_things: Words
    measure_endings: Words
    nameless_structure: Words
    net: Words
    added: WordSet
    not_befallen: Words
    occasion_ends: Words
    of_cases: Words
    court_deeds: WordSet
    sexes: Words
    holding_none: Words
    no_causes: Words
    kinds_by_procedure: WordSet
    kinds_of_cases: WordSet
    offences: Words
    of_both: Words
    of_the_insured: Words
    of_others: Words
    of_places: Words
    outcomes_behind: Words
    parts_of_traffic: Words
    past_states: Words
    origins: Words
    owners: Words
    owning: Words
    people_nouns: Words
    people_attributes: Words
    possessing: Words
    patients: Words
    people_topics: Words
    persons: Words
    pointing: Words
    places_of_deeds: Words
    platforms: Words
    prizes: Words
    rate_ends: Words
    pupils: Words
    rates_of_doing: WordSet
    ratio_ends: Words
    ratio_heads: Words
    ratio_joins: Words
    ratios: Words
    reaching: Words
    reaching_people: Words
    receivers: Words
    resting_on: Words
    scene_ends: Words
    schemes: Words
    taking_out: Words
    sides: Words
    covering: Words
    settling: Words
    and_then: Words
    doing_about: Words
    showing: Words
    spent_on: Words
    settlements: Words
    settlement_units: Words
    administering: Words
    all_of_them: Words
    and_rest: Words
    households: Words
    inhabitants: Words
    inhabited: Words
    reaching_places: Words
    standards: Words
    standing: Words
    structures: Words
    of_trades: Words
    summing: Words
    spans_of_measures: Words
    sums_of_deeds: Words
    deals: Words
    decisions: Words
    fining: Words
    having_checked: Words
    infringing: Words
    batch_units: Words
    tallies: WordSet
    tallies_of_any: WordSet
    scenes_of_deeds: Words
    bounds_of_measures: Words
    by_means: WordSet
    having_part: Words
    done_marks: Words
    found_at: Words
    holding_ends: Words
    holding_goods: Words
    reaching_things: Words
    dimensions: Words
    done_to_deals: Words
    serial_verbs: Words
    seen: Words
    sources: Words
    found_in_waters: Words
    qualities_of_water: Words
    positions: Words
    travelling: Words
    running: WordSet
    waters: Words
    taking_up: Words
    those_said: Words
    last_of: Words
    crops: WordSet
    faring: Words
    planting: Words
    yielded: Words
    former: Words
    latter: Words
    titles: Words
    totals: Words
    trades: Words
    undertaking: Words
    trade_ends: Words
    used_afar: Words
    uses_afar: WordSet
    watched: Words
    watching: Words
    seasons: Words
    yields: Words
    users: Words
    uses: Words
    visitor_origins: Words
    visitors: Words
    visits: Words
    aged: Words
    all_did: WordSet
    coming_from: Words
    degrees: Words
    ways_done: Words
    investments: WordSet
    works_done: WordSet
    setting_going: Words
    beasts_kept: Words
    at_all_levels: Words
    kept_within: Words
    limits: Words
    rates_of_settling: WordSet
    quarrels_settled_by: WordSet
    rates_of_users: WordSet
    booked_of_people: Words
    all_people: Words
    plain_people: Words
    reaching_all: Words
    done_to_vehicles: Words
    scales: Words
    stocks: Words
    vehicles: Words
    vital_rates: Words
    carriage_measures: Words
    carriage_nouns: Words
    carriage_ways_end: Words
    ways_of_carriage: Words
    counts: Words
    ways_of_doing: Words
    ways_listed: Words
    channels: Words
    ways_to_look: Words
    works: Words
    surroundings: Words
    added_by: Words
    whole_numbers: WordSet
    turned_sides: Words
    turning_to: Words
    within: Words
    rate: Words
    body_units: WordSet
    carrying: WordSet
    casualties: WordSet
    air_grades: Words
    air_rates: WordSet
    case_rates: WordSet
    classes: WordSet
    completed: WordSet
    count_ends: WordSet
    counts_of_deeds: WordSet
    counter_flows: WordSet
    deed_nouns: WordSet
    going_on: WordSet
    units_of_patients: WordSet
    diseases: Words
    spread_over: Words
    occurring: Words
    trades_of_bodies: WordSet
    counts_only: WordSet
    doing: WordSet
    came_to_have: Words
    capacity_units: WordSet
    plants: Words
    yearly_output: Words
    done_for_counted: Words
    done_to_people: WordSet
    faces: WordSet
    grade_heads: WordSet
    having_one: WordSet
    helping: WordSet
    issued_units: WordSet
    reaching_out: Words
    how_many_units: WordSet
    item_measures: WordSet
    done_in_time: Words
    measures_of_trades: WordSet
    that_grow: Words
    ratios_of_two: WordSet
    town_ends: Words
    loan_terms: WordSet
    of_bodies: WordSet
    each_one: Words
    grades_of_honour: Words
    of_schools: Words
    schools: Words
    levels_of_study: WordSet
    of_bodies_beside: WordSet
    of_substances: WordSet
    leading: WordSet
    light_deeds: WordSet
    made_by: WordSet
    made_from: Words
    made_of: Words
    outlays: WordSet
    pushing: Words
    paying: WordSet
    paid_as: Words
    invested_in: Words
    own_levels: Words
    people_at_school: WordSet
    over_time_units: WordSet
    passing: WordSet
    petitions: WordSet
    people_counts: WordSet
    disposal_rates: WordSet
    handled: WordSet
    prosecuted: WordSet
    rates_of_disease: Words
    payments: WordSet
    fines: WordSet
    levels_of_aid: Words
    paid_nouns: Words
    paid_out: Words
    means_of_times: Words
    rests_of_funds: WordSet
    run_so: Words
    services: Words
    raised: WordSet
    reached: WordSet
    series_deeds: WordSet
    so_many_people: WordSet
    of_each: Words
    come_about: Words
    getting: Words
    given_by: Words
    giving: WordSet
    linking_things: Words
    of_one_and_all: Words
    single_cases: Words
    series_manners: WordSet
    service_rates: WordSet
    takings: WordSet
    undertakings: Words
    title_measures: Words
    units_of_cases: WordSet
    taking_part: WordSet
    testing: WordSet
    telling: WordSet
    units_of_holdings: WordSet
    joined_in: Words
    placing: Words
    measures_taken: Words
    determiners: Words
    item_by_item: Words
    named_cases: Words
    spread_in: Words
    tallies_of_cases: Words
    tallies_of_people: Words
    prompting: Words
    deed_adverbs: Words
    newly: Words
    yearly: Words
    states_at_end: Words
    things_booked: Words
    kept_over_years: Words
    units_of_served: WordSet
    sectors: Words
    penalties: WordSet
    causing_harm: Words
    because_of: Words
    whose_numbers: WordSet
    ways: WordSet
    class_bounds: Words
    winning: Words
    rest_of_list: WordSet
    scores: WordSet
    judgements: Words
    reaching_class: Words

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        for key, kind in type(self).__annotations__.items():
            found = words(f"measures.naming.{key}")
            setattr(self, key, frozenset(found) if kind == "WordSet" else found)
        self.booked = tuple(sorted(words("measures.naming.booked"), key=len, reverse=True))
        self.before_numbers = " " + "".join(words("measures.naming.before_numbers"))
        self.told_of_waters = (*self.found_in_waters, *self.means)
        self.shared_by_many = (*self.platforms, *self.schemes)
        # The last two characters of names that are asked for as they are, or the one they have: 死亡, 合格率, 一等奖, 年度计划.
        self.telling_ends = frozenset(word[-_TELLING:] for name in _TOLD_BY_ENDS for word in words(name))
        self.telling_starts = frozenset(word[:_TELLING] for name in _TOLD_BY_STARTS for word in words(f"measures.naming.{name}"))
        # Whole names that are asked for as they are: 利润总额, 死亡, 主办件; one kind of two that exclude each other: 农村.
        contraries = (word for kinds in lexicon.table("measures.contraries").values() for word in kinds)
        self.told_alone = frozenset((*(word for name in _TOLD_ALONE for word in words(f"measures.naming.{name}")), *contraries))
        # 增长, 持平: longer than one character, which many nouns end in too.
        self.changes = frozenset(word for key in ("change.up", "change.down", "frame.equal") for word in words(f"triggers.{key}") if len(word) > 1)
        self.values = self.changes | frozenset(words("measures.naming.values"))
        self.results = frozenset(words("measures.naming.account_results"))
        self.people, self.benefits = words("measures.people"), frozenset(words("measures.benefits"))
        self.located = words("triggers.place_names.located")
        self.by_what_part, as_what = words("measures.naming.playing_part")
        self.playing_parts = {self.by_what_part: (as_what,), **dict.fromkeys(words("measures.naming.disposers"), words("measures.naming.made_to_be"))}
        self.parts_played = lazily(compiled, either((as_what, *words("measures.naming.made_to_be"))))
        # 首批, 第二批
        self.batch = lazily(compiled, rf"(?:{either(words('measures.naming.first_batches'))}|第[一二三四五六七八九十\d]{{1,2}}(?:{either(words('measures.naming.batches'))}))")
        self.zones = words("triggers.place_names.zones")
        self.place_ends = words("triggers.place_names.listed_ends")
        self.deeds_as_nouns = frozenset(words("measures.naming.deeds_as_nouns"))
        self.people_count_ends = tuple(sorted(words("measures.naming.people_counts"), key=len, reverse=True))
