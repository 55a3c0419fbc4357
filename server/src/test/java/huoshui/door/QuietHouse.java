package huoshui.door;

import huoshui.RunningHouse;
import java.nio.file.Path;

/** The rooms over a data folder, in this process and without pages; for what is measured from within. 量测用房 */
public final class QuietHouse implements AutoCloseable {

    private final OpenHouse open;

    private QuietHouse(OpenHouse open) {
        this.open = open;
    }

    public static QuietHouse over(Path data) {
        var options = new HouseOptions();
        options.data = data;
        options.keys = RunningHouse.KEYS;
        return new QuietHouse(OpenHouse.quietly(options));
    }

    public <T> T room(Class<T> face) {
        return open.room(face);
    }

    @Override
    public void close() {
        open.close();
    }
}
