package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.interchange.RosterColumn;
import huoshui.interchange.RosterColumns;
import huoshui.interchange.RosterLayout;
import huoshui.interchange.RosterLayouts;
import huoshui.interchange.RosterTemplate;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What rosters can say, and how they are laid out. 名册版式 */
@RestController
@RequestMapping("/api/v1/rosters")
class RosterPages {

    private final RosterLayouts layouts;

    RosterPages(RosterLayouts layouts) {
        this.layouts = layouts;
    }

    /**
     * @param readable whether this account gets the column
     * @param comesIn whether a roster that says it may write it
     */
    record ColumnLine(
            String code,
            String title,
            String english,
            String chapter,
            boolean readable,
            boolean sealed,
            boolean comesIn) {}

    record LayoutLine(@Nullable UUID id, RosterLayout layout, boolean shared, boolean mine) {}

    record Written(@Nullable RosterLayout layout, @Nullable Boolean shared) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/columns")
    List<ColumnLine> columns(Signed signed) {
        return RosterColumns.all().stream().map(each -> line(each, signed)).toList();
    }

    private static ColumnLine line(RosterColumn each, Signed signed) {
        return new ColumnLine(
                each.code(),
                each.title(),
                each.english(),
                each.chapter().name(),
                signed.sight().reads(each.chapter()),
                each.chapter().sealed(),
                each.comesIn());
    }

    /** Headings to be filled in: of the layout named, else of what is commonly gathered. */
    @Needs(Right.IMPORT)
    @GetMapping("/template")
    ResponseEntity<byte[]> template(@RequestParam(required = false) @Nullable String layout, Signed signed) {
        var laid = layouts.named(signed, layout == null || layout.isBlank() ? "信息采集花名册" : layout);
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(laid.name() + "-模板.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(RosterTemplate.of(laid));
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/layouts")
    List<LayoutLine> layouts(Signed signed) {
        return layouts.of(signed).stream().map(RosterPages::line).toList();
    }

    @Needs(Right.EXPORT)
    @PostMapping("/layouts")
    @ResponseStatus(HttpStatus.CREATED)
    LayoutLine save(@RequestBody Written written, Signed signed) {
        return line(layouts.save(signed, layout(written), Boolean.TRUE.equals(written.shared())));
    }

    @Needs(Right.EXPORT)
    @PutMapping("/layouts/{id}")
    LayoutLine change(@PathVariable UUID id, @RequestBody Written written, Signed signed) {
        return line(layouts.change(signed, id, layout(written), Boolean.TRUE.equals(written.shared())));
    }

    @Needs(Right.EXPORT)
    @DeleteMapping("/layouts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Signed signed) {
        layouts.remove(signed, id);
    }

    private static RosterLayout layout(Written written) {
        if (written.layout() == null) throw Refusal.input("bad-layout", "未保存：没有版式内容。请先选好各列再存。");
        return written.layout();
    }

    private static LayoutLine line(RosterLayouts.Kept each) {
        return new LayoutLine(each.id(), each.layout(), each.shared(), each.mine());
    }
}
