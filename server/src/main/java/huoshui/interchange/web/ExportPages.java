package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Verdict;
import huoshui.interchange.ExportRequests;
import huoshui.interchange.ExportRequests.ExportRequest;
import huoshui.interchange.Exports;
import huoshui.interchange.Exports.Exported;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Exports.Shape;
import huoshui.interchange.RosterLayout;
import huoshui.interchange.RosterLayouts;
import huoshui.interchange.Rosters;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Forms and packages out: a few at once, many after a second person agreed. 导出 */
@RestController
@RequestMapping("/api/v1/exports")
@Needs(Right.EXPORT)
class ExportPages {

    private static final int MOST = 5000;

    private final Exports exports;
    private final ExportRequests requests;
    private final Rosters rosters;
    private final SavedLists lists;
    private final Purposes purposes;

    ExportPages(Exports exports, ExportRequests requests, Rosters rosters, SavedLists lists, Purposes purposes) {
        this.rosters = rosters;
        this.exports = exports;
        this.requests = requests;
        this.lists = lists;
        this.purposes = purposes;
    }

    /**
     * Whom, in which shape.
     *
     * @param format {@code lrmx}, {@code tongyong}, {@code xlsx}, {@code pdf} or {@code docx}
     * @param layout of a roster; for xlsx null is the common one, for pdf null is the form
     * @param extent of a package: {@code standard} for the lists of the exchange format alone, {@code whole} or null for all
     * @param people these; else whom {@code list} names or {@code shown} shows; else of {@code unit}; else with {@code all}
     *     everybody in sight
     * @param list a saved list
     * @param shown what the list of people shows, asked for as it asks
     * @param bound whether many PDF forms shall be one document instead of a zip
     * @param submission whether the forms go up to a superior: then no box may be longer than the form takes. 供呈报
     */
    record Wish(
            @Nullable String format,
            @Nullable RosterLayout layout,
            @Nullable String extent,
            @Nullable List<UUID> people,
            @Nullable UUID list,
            @Nullable Shown shown,
            @Nullable UUID unit,
            @Nullable Boolean all,
            @Nullable Boolean bound,
            @Nullable Boolean submission,
            @Nullable String purpose) {}

    /**
     * @param heap of those that meet the condition, do not, or cannot be told
     * @param lacking of the last only whom silence about this field keeps there
     */
    record Shown(
            @Nullable JsonNode condition,
            @Nullable String text,
            @Nullable UUID unit,
            @Nullable List<UUID> people,
            Asking.@Nullable Whom whom,
            @Nullable Verdict heap,
            @Nullable String lacking) {

        Asking asking() {
            return new Asking(
                            ConditionReader.read(condition),
                            text == null || text.isBlank() ? null : text.strip(),
                            unit,
                            people,
                            false,
                            Objects.requireNonNullElse(heap, Verdict.MET),
                            Order.BY_ORGANIZATION,
                            MOST)
                    .lacking(lacking == null || lacking.isBlank() ? null : lacking)
                    .of(whom);
        }
    }

    /** What waits for a second person. */
    record Waiting(UUID approval, int people, String summary) {}

    @GetMapping
    List<ExportRequest> mine(Signed signed) {
        return requests.list(signed);
    }

    /** How many people a wish names, and how many of them its roster is about, for the page to say beforehand. */
    @PostMapping("/counts")
    Count count(@RequestBody Wish wish, AsOf at, Signed signed) {
        var people = people(wish, at, signed);
        boolean second = !ExportRequests.alone(people.size());
        var layout = layout(wish, format(wish.format()));
        if (layout == null || layout.about() == null || people.isEmpty())
            return new Count(people.size(), second, null, null, null);
        var plan = rosters.plan(signed, layout, people, at);
        return new Count(
                people.size(), second, plan.people().size(), plan.open().size(), plan.left());
    }

    /**
     * @param listed of whom the roster is about; null where it is about everybody asked for
     * @param open of whom that is not known
     * @param left of whom it is not about
     */
    record Count(
            int people,
            boolean second,
            @Nullable Integer listed,
            @Nullable Integer open,
            @Nullable Integer left) {}

    /** The file itself, or 202 while a second person has to agree. Clocks as on every reading. */
    @PostMapping
    ResponseEntity<?> export(@RequestBody Wish wish, AsOf at, Signed asking) {
        var signed = wish.purpose() == null ? asking : asking.because(purposes.stated(wish.purpose()));
        var format = format(wish.format());
        var layout = layout(wish, format);
        if (layout != null) layout.check();
        var shape = new Shape(format, layout, extent(wish.extent()));
        var people = people(wish, at, signed);
        if (people.isEmpty()) throw Refusal.input("nobody", "未导出：没有选中任何人。请选择人员、单位，或选全部。");
        if (Boolean.TRUE.equals(wish.submission())) exports.requireSubmittable(signed, format, layout, people, at);
        if (!ExportRequests.alone(people.size())) {
            var approval = requests.ask(signed, shape, Boolean.TRUE.equals(wish.bound()), people, at);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(new Waiting(approval.id(), people.size(), approval.summary()));
        }
        var out = draft(format, people.size(), layout != null || Boolean.TRUE.equals(wish.bound()));
        made(out, () -> marked(exports.run(signed, shape, people, at, out), format, people.size(), out));
        return file(out, shape.called(), people.size(), at.valid());
    }

    /** A spreadsheet always has one; a PDF has one when it is a roster. */
    private static @Nullable RosterLayout layout(Wish wish, Format format) {
        if (format == Format.XLSX) return wish.layout() == null ? RosterLayouts.standard() : wish.layout();
        return format == Format.PDF ? wish.layout() : null;
    }

    /** Hands out what was agreed to, once. */
    @PostMapping("/{id}/files")
    ResponseEntity<InputStreamResource> take(@PathVariable UUID id, Signed signed) {
        var request = requests.list(signed).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("no-export", "未找到：没有这项待复核的导出。请回到导入导出重新提请。"));
        var out = draft(request.format(), request.people(), request.bound() || request.layout() != null);
        made(out, () -> marked(requests.take(signed, id, out), request.format(), request.people(), out));
        var called = request.layout() == null
                ? new Shape(request.format(), null, request.extent()).called()
                : request.layout();
        return file(out, called, request.people(), request.valid());
    }

    /** A form sent alone has nothing beside it to bear its mark, so it bears it after its end. */
    private static void marked(Exported exported, Format format, int people, Path out) {
        if (format != Format.LRMX || people != 1 || exported.mark() == null) return;
        try {
            Files.writeString(out, exported.mark().comment(), StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What could not be made leaves nothing behind. */
    private static void made(Path out, Runnable making) {
        try {
            making.run();
        } catch (RuntimeException failed) {
            try {
                Files.deleteIfExists(out);
            } catch (IOException kept) {
                failed.addSuppressed(kept);
            }
            throw failed;
        }
    }

    private List<UUID> people(Wish wish, AsOf at, Signed signed) {
        if (wish.people() != null) return wish.people().stream().distinct().toList();
        if (wish.list() != null || wish.shown() != null) {
            var list = wish.list() == null ? null : lists.require(signed, wish.list(), at);
            var shown = wish.shown() == null ? Asking.all() : wish.shown().asking();
            return requests.people(signed, list, shown, at);
        }
        if (wish.unit() != null) return requests.people(signed, wish.unit(), at);
        return Boolean.TRUE.equals(wish.all()) ? requests.people(signed, null, at) : List.of();
    }

    private static Format format(@Nullable String word) {
        try {
            return Format.valueOf(word == null ? "LRMX" : word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.input("format", "未导出：格式只能是 lrmx（任免审批表）、tongyong（通用格式）、xlsx（名册）、pdf 或 docx（任免审批表，供打印）。请改选。");
        }
    }

    private static Extent extent(@Nullable String word) {
        try {
            return word == null ? Extent.WHOLE : Extent.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.input("extent", "未导出：通用格式的范围只能是 standard（标准范围）或 whole（全部范围）。请改选。");
        }
    }

    private static Path draft(Format format, int people, boolean bound) {
        boolean single = people == 1 || format == Format.XLSX || (bound && format == Format.PDF);
        try {
            return Files.createTempFile("export", single ? format.suffix() : ".zip");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ResponseEntity<InputStreamResource> file(Path out, String called, int people, LocalDate day) {
        var name = "%s-%d人-%s%s"
                .formatted(
                        called.replaceFirst("（(?!标准范围).*）$", ""),
                        people,
                        day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        out.toString().substring(out.toString().lastIndexOf('.')));
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .contentLength(Files.size(out))
                    .body(new InputStreamResource(Files.newInputStream(out, StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
