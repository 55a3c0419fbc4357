package huoshui.interchange;

import huoshui.document.Blobs;
import huoshui.dossier.fact.PersonalFact;
import huoshui.interchange.form.Limits;
import huoshui.interchange.form.Photo;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.SheetReader;
import huoshui.interchange.form.SheetReading;
import huoshui.interchange.form.Source;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns files into what they say, some dozens at a time and those in parallel. 来文识读 */
@Component
class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Blobs blobs;

    Arrivals(Blobs blobs) {
        this.blobs = blobs;
    }

    /** @param keep whether photos are kept, as is needed when something will be written */
    Iterator<List<Arrival>> of(Stream<Source> sources, boolean keep) {
        var files = sources.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return files.hasNext();
            }

            @Override
            public List<Arrival> next() {
                var batch = new ArrayList<Source>();
                while (batch.size() < Imports.batch() && files.hasNext()) batch.add(files.next());
                return batch.parallelStream().map(each -> arrival(each, keep)).toList();
            }
        };
    }

    private Arrival arrival(Source source, boolean keep) {
        if (source.problem() != null) return Arrival.refused(source.file(), source.entry(), source.problem());
        try {
            var reading = new SheetReader().read(source.form(Limits.STANDARD));
            return new Arrival(
                    source.file(), source.entry(), null, new FormClaim(reading, photo(reading, keep)), List.of());
        } catch (Refusal refusal) {
            return Arrival.refused(source.file(), source.entry(), Problem.of(refusal));
        } catch (RuntimeException broken) {
            LOG.warn("来文读不出", broken);
            return Arrival.refused(
                    source.file(),
                    source.entry(),
                    Problem.error(
                            "file", "file.broken", "读取“" + source.name() + "”：内容无法识读，没有写入任何内容；请用任免表编辑器打开另存后再导入。"));
        }
    }

    private PersonalFact.@Nullable Photo photo(SheetReading reading, boolean keep) {
        var picture = reading.picture().orElse(null);
        if (picture == null) return null;
        var type = Photo.mediaType(picture).orElse(null);
        if (type == null) return null;
        var digest = keep ? blobs.keep(picture) : HexFormat.of().formatHex(Sm3.of(picture));
        return new PersonalFact.Photo(digest, type, picture.length);
    }
}
