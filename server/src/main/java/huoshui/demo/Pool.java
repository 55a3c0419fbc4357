package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** Those who could be asked, to be drawn from in constant time. 备选范围 */
final class Pool {

    private final List<Life> members = new ArrayList<>();
    private final int slot;

    Pool(int slot) {
        this.slot = slot;
    }

    void add(Life life) {
        life.poolIndex[slot] = members.size();
        members.add(life);
    }

    void remove(Life life) {
        int at = life.poolIndex[slot];
        if (at < 0) return;
        var last = members.removeLast();
        if (last != life) {
            members.set(at, last);
            last.poolIndex[slot] = at;
        }
        life.poolIndex[slot] = -1;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Life draw(Dice dice) {
        return members.get(dice.below(members.size()));
    }
}
