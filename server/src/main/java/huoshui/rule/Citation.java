package huoshui.rule;

/**
 * Where a clause stands. 依据
 *
 * @param regulation 法规名
 * @param edition 版次, since numbers of articles differ between editions
 * @param clause 条款项
 */
public record Citation(String regulation, String edition, String clause) {

    /** 《公务员职务与职级并行规定》（2019 版）第十八条第（六）项, with what is to be said of its status. */
    public String words(Status status) {
        var note = status.note().isEmpty() ? "" : "（" + status.note() + "）";
        return "《%s》（%s 版）%s%s".formatted(regulation, edition, clause, note);
    }
}
