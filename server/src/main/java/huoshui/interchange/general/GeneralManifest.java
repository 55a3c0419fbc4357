package huoshui.interchange.general;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code gwyinfo.xml} says about the package: its kind, time, version, number of people, and who made it. 包说明
 *
 * @param nodes name → value, in file order
 */
public record GeneralManifest(Map<String, String> nodes) {

    /** The nodes a package has, in order. */
    public static final List<String> NODES = List.of(
            "type",
            "time",
            "dataversion",
            "psncount",
            "photodir",
            "B0101",
            "B0111",
            "B0114",
            "B0194",
            "linkpsn",
            "linktel",
            "remark");

    private static final String TYPE = "23";
    private static final String DATA_VERSION = "201811";
    static final String PHOTOS = "Photos";

    public GeneralManifest {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /**
     * The manifest of a package that we make.
     *
     * @param time when it is made, {@code yyyyMMddHHmmss}
     * @param unit the B01 row of the unit it is about; its B0101, B0111, B0114 and B0194 are taken over
     */
    public static GeneralManifest made(String time, Map<String, String> unit) {
        var nodes = new LinkedHashMap<String, String>();
        nodes.put("type", TYPE);
        nodes.put("time", time);
        nodes.put("dataversion", DATA_VERSION);
        nodes.put("photodir", PHOTOS);
        for (var each : List.of("B0101", "B0111", "B0114", "B0194")) nodes.put(each, unit.getOrDefault(each, ""));
        return new GeneralManifest(nodes);
    }

    /** The same, saying this of itself. */
    public GeneralManifest remarked(String remark) {
        var copy = new LinkedHashMap<>(nodes);
        copy.put("remark", remark);
        return new GeneralManifest(copy);
    }

    public Optional<String> node(String name) {
        return Optional.ofNullable(nodes.get(name)).map(String::strip).filter(each -> !each.isEmpty());
    }

    /** The same, counting this many people. */
    GeneralManifest counting(int people) {
        var copy = new LinkedHashMap<>(nodes);
        copy.put("psncount", String.valueOf(people));
        return new GeneralManifest(copy);
    }

    /** Folder of the photos within the package. */
    String photos() {
        return node("photodir").orElse(PHOTOS);
    }
}
