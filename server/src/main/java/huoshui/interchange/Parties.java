package huoshui.interchange;

import huoshui.interchange.form.PartyBox;
import java.util.List;

/** Which memberships the party box of the form prints. 入党时间栏 */
final class Parties {

    static final String COMMUNIST = "中共党员";

    private static final List<String> DEMOCRATIC =
            List.of("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", PartyBox.NONE);

    private Parties() {}

    static boolean communist(String party) {
        return party.equals(COMMUNIST) || party.endsWith("预备党员");
    }

    /** Of those outside the Communist Party, democratic parties and 无党派 are printed; 群众 and 共青团员 are not. */
    static boolean printed(String party) {
        return !communist(party) && !party.equals("群众") && !party.equals("共青团员");
    }

    static int order(String party) {
        int place = DEMOCRATIC.indexOf(party);
        return place < 0 ? DEMOCRATIC.size() : place;
    }
}
