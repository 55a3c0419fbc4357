package huoshui.demo;

/** Where someone comes from: mostly the city's own counties, some other places of the province, some other provinces. 籍贯与出生地 */
record Homes(String text, String birthPlace, String code) {

    private static final String[] COUNTIES = {"岭川青屏", "岭川隆川", "岭川永昭", "岭川石梁", "岭川凤溪"};
    private static final String[] CODES = {"590702", "590721", "590722", "590723", "590724"};
    private static final String[] NEAR = {"岭川云泽", "岭川苍岩", "岭川镜湖", "岭川平陵", "岭川沧浪"};
    private static final String[] FAR = {"四川", "湖南", "贵州", "重庆", "江西", "河南", "山东", "江苏", "广西", "云南", "安徽", "湖北"};

    static Homes of(Life life, Dice dice) {
        var parent = life.parent;
        if (parent != null) return of(parent, parent.dice.fork("dossier").fork("home"));
        int own = dice.below(5);
        switch (dice.weighted(
                life.entry == Life.Entry.TRANSFER ? 10 : 76, life.entry == Life.Entry.TRANSFER ? 60 : 14, 10)) {
            case 0 -> {
                int county = life.region > 0 && dice.chance(0.6) ? life.region - 1 : own;
                return new Homes(COUNTIES[county], COUNTIES[dice.chance(0.93) ? county : own], CODES[county]);
            }
            case 1 -> {
                int at = dice.below(NEAR.length);
                return new Homes(NEAR[at], NEAR[at], "59%02d21".formatted(at + 1));
            }
            default -> {
                int at = dice.below(FAR.length);
                return new Homes(FAR[at], dice.chance(0.6) ? FAR[at] : COUNTIES[own], "5990%02d".formatted(at + 1));
            }
        }
    }
}
