package huoshui;

import huoshui.door.Door;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program in one jar, with a cache of what it loads, as {@code ./huoshui} keeps one: it starts in a fraction of the time, for
 * tests that start it hundreds of times. 打包的程序
 */
public final class PackedHouse {

    private PackedHouse() {}

    /**
     * The machine with jar and cache, both kept in {@code around}; without the cache where this JDK makes none.
     *
     * @param data a folder that was opened before and stands still now; nothing is written to it
     */
    public static List<String> of(List<String> machine, Path around, Path data)
            throws IOException, InterruptedException {
        var packed = new ArrayList<>(machine);
        packed.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-cp", classPath(around)));
        var cache = around.resolve("house.aot");
        var training = new ArrayList<>(packed);
        training.add("-XX:AOTCacheOutput=" + cache);
        var rehearsal = RunningHouse.run(
                training, around.resolve("rehearsal.log"), List.of("rehearse", "--data", data.toString()));
        rehearsal.getInputStream().readAllBytes();
        rehearsal.waitFor();
        if (Files.exists(cache)) packed.add("-XX:AOTCache=" + cache);
        return packed;
    }

    private static String classPath(Path around) throws IOException {
        var jars = Stream.of(RunningHouse.classPath().split(File.pathSeparator)).filter(each -> each.endsWith(".jar"));
        return Stream.concat(Stream.of(jar(around).toString()), jars).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path around) throws IOException {
        Path classes;
        try {
            classes = Path.of(Door.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException strange) {
            throw new IllegalStateException(strange);
        }
        if (Files.isRegularFile(classes)) return classes;
        var jar = around.resolve("house.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var each : files.skip(1).toList()) {
                var name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                // Spring finds its components by the entries of folders.
                boolean folder = Files.isDirectory(each);
                out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) Files.copy(each, out);
            }
        }
        return jar;
    }
}
