package huoshui.interchange.gold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Right, read and true counts of one thing asked of the reader. 查准与查全 */
final class Scores {

    private int right;
    private int read;
    private int truth;
    private final List<String> misses = new ArrayList<>();

    /** Counts what is in both, each item once for each time it stands there. */
    void count(String id, Collection<String> truths, Collection<String> readings) {
        var left = new ArrayList<>(readings);
        truth += truths.size();
        read += readings.size();
        for (var each : truths) {
            if (left.remove(each)) right++;
            else misses.add(id + " 欠 " + each);
        }
        left.forEach(each -> misses.add(id + " 多 " + each));
    }

    /** Counts one thing: whether something was read, whether something stands there, whether it is the right one. */
    void count(boolean found, boolean expected, boolean correct, String miss) {
        if (found) read++;
        if (expected) truth++;
        if (correct) right++;
        else misses.add(miss);
    }

    double f1() {
        return 2.0 * right / (read + truth);
    }

    List<String> misses() {
        return misses;
    }

    @Override
    public String toString() {
        return "F1 %.4f（对 %d，读出 %d，应有 %d）".formatted(f1(), right, read, truth);
    }
}
