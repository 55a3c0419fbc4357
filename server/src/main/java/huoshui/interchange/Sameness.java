package huoshui.interchange;

import huoshui.interchange.form.Box;
import huoshui.interchange.form.Meaning;
import huoshui.interchange.form.Resume;

/** When a printed text and what facts say are the same thing. 文字与事实是否一致 */
final class Sameness {

    private Sameness() {}

    static boolean of(Box box, String printed, String derived) {
        if (Meaning.same(box, printed, derived)) return true;
        return switch (box) {
            case RESUME ->
                Resume.read(printed).print().equals(Resume.read(derived).print());
            case REWARDS -> nothing(printed) && nothing(derived);
            default -> false;
        };
    }

    private static boolean nothing(String text) {
        return text.isBlank() || text.strip().equals("无");
    }
}
