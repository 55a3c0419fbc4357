package huoshui.demo;

/** Makes people: those there in 1985, those who come in every year, those who come from outside. 来源 */
final class Intake {

    private static final int[] YOUNGEST = {19, 30, 34, 40, 44, 48, 50};

    private final Dice dice;

    Intake(Dice dice) {
        this.dice = dice;
    }

    /** Months in which people are taken on: after graduation and with the soldiers' return. */
    static boolean season(int month) {
        int inYear = Months.inYear(month);
        return inYear >= 7 && inYear <= 9 || inYear == 12;
    }

    Life initial(int number, Seat seat) {
        int low = YOUNGEST[seat.level];
        int age = dice.between(low, Math.min(low + 20, 56));
        int birth = Simulation.START - age * 12 - dice.below(12);
        int work = Math.min(birth + dice.between(18, 23) * 12 + 6, Simulation.START - 1);
        return life(
                number,
                seat,
                new Life.Start(
                        dice.chance(0.82), birth, work, Life.Entry.ASSIGNED, work, dice.weighted(20, 55, 18, 7)));
    }

    Life recruit(int number, Seat seat, int month) {
        int year = Months.year(month);
        var entry = entry(seat, year);
        int degree = degree(seat, year, entry);
        boolean male =
                !dice.chance(entry == Life.Entry.SOLDIER ? 0.04 : year < 1995 ? 0.24 : year < 2008 ? 0.33 : 0.45);
        int gap = before(entry);
        int graduated = year - gap;
        int birth = Months.of(graduated - schoolAge(degree), 1) + dice.below(12);
        int work = gap == 0 ? month : Months.of(graduated, entry == Life.Entry.SOLDIER ? 12 : 8);
        var life = life(number, seat, new Life.Start(male, birth, work, entry, month, degree));
        before(life, seat, month);
        return life;
    }

    Life outsider(int number, Seat seat, int month) {
        int age = dice.between(YOUNGEST[seat.level] - 2, YOUNGEST[seat.level] + 6);
        int birth = month - age * 12 - dice.below(12);
        int year = Months.year(birth) + 22;
        int work = Months.of(year, 7);
        var life = life(
                number,
                seat,
                new Life.Start(
                        dice.chance(0.84),
                        birth,
                        work,
                        Life.Entry.TRANSFER,
                        month,
                        year < 1990 ? 3 : dice.weighted(0, 0, 0, 60, 35, 5)));
        if (life.joined < 0) life.joined = Math.max(work - 12, birth + 18 * 12 + 3);
        Outside.career(life, seat.level, month);
        return life;
    }

    private Life life(int number, Seat seat, Life.Start start) {
        var life = new Life(number, dice.fork(number), start);
        life.trade = seat.trade;
        allegiance(life);
        return life;
    }

    /** Four in five join the party, some a democratic party, a few both. */
    private void allegiance(Life life) {
        var own = life.dice.fork("party");
        boolean office = life.trade.ranked();
        if (own.chance(
                life.entry == Life.Entry.SOLDIER || life.entry == Life.Entry.SELECTED ? 0.99 : office ? 0.86 : 0.6))
            life.joined = Math.max(life.birth + 18 * 12 + 2, life.workStart + own.between(-24, 110));
        if (own.chance(life.joined < 0 ? 0.3 : 0.006)) {
            var parties = new String[] {"民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"};
            life.democratic = parties[own.weighted(12, 30, 16, 14, 16, 6, 16, 1)];
        }
    }

    private Life.Entry entry(Seat seat, int year) {
        if (seat.trade == Trade.COMPANY
                || seat.trade == Trade.HOSPITAL
                || seat.trade == Trade.SCHOOL
                || seat.trade == Trade.INSTITUTE) return year < 1998 ? Life.Entry.ASSIGNED : Life.Entry.EXAM;
        int soldier = 6;
        int institution = year < 2016 ? 9 : 4;
        int company = year < 2005 ? 5 : 2;
        int village = year >= 2009 && year <= 2023 && seat.region > 0 ? 9 : 0;
        int selected = year >= 1999 ? (seat.region > 0 ? 16 : 8) : 0;
        int plain = 100 - soldier - institution - company - village - selected;
        return switch (dice.weighted(plain, soldier, institution, company, village, selected)) {
            case 1 -> Life.Entry.SOLDIER;
            case 2 -> Life.Entry.INSTITUTION;
            case 3 -> Life.Entry.COMPANY;
            case 4 -> Life.Entry.VILLAGE;
            case 5 -> Life.Entry.SELECTED;
            default -> year < 1995 ? Life.Entry.ASSIGNED : Life.Entry.EXAM;
        };
    }

    private int degree(Seat seat, int year, Life.Entry entry) {
        if (entry == Life.Entry.SOLDIER) return dice.weighted(45, 10, 30, 15);
        if (entry == Life.Entry.SELECTED) return year < 2008 ? 3 : dice.weighted(0, 0, 0, 60, 37, 3);
        int lift = seat.region == 0 ? 1 : 0;
        if (year < 1990) return dice.weighted(4, 52, 30, 14 + lift * 6);
        if (year < 2000) return dice.weighted(1, 32, 42, 24 + lift * 8, lift);
        if (year < 2010) return dice.weighted(0, 6, 32 - lift * 12, 58, 4 + lift * 8);
        return dice.weighted(0, 0, 10 - lift * 6, 74, 14 + lift * 14, lift);
    }

    private static int schoolAge(int degree) {
        return switch (degree) {
            case 0, 1 -> 19;
            case 2 -> 21;
            case 3 -> 22;
            case 4 -> 25;
            default -> 28;
        };
    }

    private int before(Life.Entry entry) {
        return switch (entry) {
            case SOLDIER -> dice.between(8, 16);
            case INSTITUTION, COMPANY -> dice.between(3, 9);
            case VILLAGE -> dice.between(2, 4);
            default -> 0;
        };
    }

    private void before(Life life, Seat seat, int month) {
        var own = life.dice.fork("before");
        if (life.workStart >= month) return;
        switch (life.entry) {
            case SOLDIER -> {
                int middle = life.workStart + Math.max(24, (month - life.workStart) * 2 / 5);
                life.stints.add(Stint.elsewhere("中国人民解放军某部战士、班长", -1, life.workStart, middle));
                life.stints.add(Stint.elsewhere(
                        own.pick("中国人民解放军某部排长、副连长", "中国人民解放军某部连长、政治指导员", "中国人民武装警察部队某部中队长"), -1, middle, month));
            }
            case INSTITUTION ->
                life.stints.add(Stint.elsewhere(Outside.school(own, seat.region), -1, life.workStart, month));
            case COMPANY -> life.stints.add(Stint.elsewhere(Outside.company(own), -1, life.workStart, month));
            case VILLAGE ->
                life.stints.add(Stint.elsewhere(Outside.village(own, seat.region), -1, life.workStart, month));
            default -> {}
        }
    }
}
