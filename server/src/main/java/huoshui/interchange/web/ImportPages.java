package huoshui.interchange.web;

import huoshui.access.Accounts;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.interchange.Batch;
import huoshui.interchange.BatchItem;
import huoshui.interchange.BatchMapping;
import huoshui.interchange.Batches;
import huoshui.interchange.Batches.Settlement;
import huoshui.interchange.Batches.Upload;
import huoshui.interchange.ProblemReport;
import huoshui.interchange.UnitNews;
import huoshui.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Import batches: brought in, looked at, settled, written, taken back. 导入批次 */
@RestController
@RequestMapping("/api/v1/imports")
@Needs(Right.IMPORT)
class ImportPages {

    private static final int MOST = 500;
    private static final int LONGEST_PASTE = 5_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Batches batches;
    private final Accounts accounts;
    private final ItemSheet sheets;

    ImportPages(Batches batches, Accounts accounts, ItemSheet sheets) {
        this.batches = batches;
        this.accounts = accounts;
        this.sheets = sheets;
    }

    record Accepted(UUID id) {}

    /**
     * One file in the list.
     *
     * @param trouble the first thing to look at, in words
     */
    record ItemLine(
            int number,
            String file,
            @Nullable String entry,
            @Nullable Integer row,
            String status,
            @Nullable String name,
            @Nullable String place,
            int changes,
            int open,
            int candidates,
            boolean skip,
            boolean held,
            boolean ready,
            @Nullable String outcome,
            @Nullable String trouble) {}

    record Page(List<ItemLine> items, @Nullable String next) {}

    /** @param alike the same fields of all others too 同类照此 */
    record Choosing(
            @Nullable Boolean skip,
            @Nullable Boolean asNew,
            @Nullable UUID person,
            @Nullable List<String> kept,
            @Nullable List<String> adopted,
            @Nullable Boolean alike) {}

    record Writings(@Nullable Set<Integer> items) {}

    record Reversal(@Nullable String reason) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted receive(@RequestParam("files") List<MultipartFile> files, Signed signed) {
        var uploads = files.stream()
                .filter(each -> !each.isEmpty() || files.size() == 1)
                .map(each ->
                        new Upload(Objects.requireNonNullElse(each.getOriginalFilename(), "未命名"), each::getInputStream))
                .toList();
        return new Accepted(batches.receive(signed, uploads).id());
    }

    /** A block copied from a spreadsheet. */
    record Pasted(@Nullable String text) {}

    @PostMapping("/pastes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted paste(@RequestBody Pasted pasted, Signed signed) {
        var text = pasted.text() == null ? "" : pasted.text();
        if (text.isBlank()) throw Refusal.input("no-files", "未收下：没有内容。请在表格软件中选中带表头的一块，复制后粘贴。");
        if (text.length() > LONGEST_PASTE) throw Refusal.input("paste-too-long", "未收下：粘贴的内容超过 500 万字。请存成 .xlsx 文件后上传。");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var upload = new Upload("粘贴的内容.tsv", () -> new java.io.ByteArrayInputStream(bytes));
        return new Accepted(batches.receive(signed, List.of(upload)).id());
    }

    /** What a person says of the sheets of a batch; {@code name} keeps it for the command line too. */
    record Mapped(
            @Nullable List<BatchMapping.Saying> sheets,
            @Nullable String name) {}

    @GetMapping("/{id}/sheets")
    List<BatchMapping.Sheet> sheets(@PathVariable UUID id, Signed signed) {
        return batches.sheets(signed, id);
    }

    @PutMapping("/{id}/sheets")
    List<BatchMapping.Sheet> map(@PathVariable UUID id, @RequestBody Mapped mapped, Signed signed) {
        if (mapped.sheets() == null) throw Refusal.input("bad-mapping", "未办理：没有说明哪张表、哪些列。请在列对应中选定后再试。");
        return batches.map(signed, id, mapped.sheets(), mapped.name());
    }

    @GetMapping
    List<BatchLine> list(Signed signed) {
        return batches.list(signed).stream().map(each -> line(each, signed)).toList();
    }

    @GetMapping("/{id}")
    BatchLine one(@PathVariable UUID id, Signed signed) {
        return line(batches.find(signed, id), signed);
    }

    @GetMapping("/{id}/units")
    List<UnitNews> units(@PathVariable UUID id, Signed signed) {
        return batches.units(signed, id);
    }

    @GetMapping("/{id}/items")
    Page items(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int size,
            Signed signed) {
        int most = Math.clamp(size, 1, MOST);
        var found = batches.items(signed, id, status, after(cursor), most + 1);
        var page = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? String.valueOf(page.getLast().number()) : null;
        return new Page(page.stream().map(each -> line(each, signed)).toList(), next);
    }

    private static int after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) return 0;
        if (!cursor.matches("\\d{1,9}")) throw Refusal.input("bad-cursor", "未查询：翻页位置不对。请从第一页重新打开。");
        return Integer.parseInt(cursor);
    }

    @GetMapping("/{id}/items/{number}")
    ItemSheet.Sheet item(@PathVariable UUID id, @PathVariable int number, Signed signed) {
        return sheets.of(signed, batches.find(signed, id), batches.item(signed, id, number));
    }

    @PutMapping("/{id}/items/{number}/choice")
    ItemSheet.Sheet choose(@PathVariable UUID id, @PathVariable int number, @RequestBody Choosing said, Signed signed) {
        boolean fresh = Boolean.TRUE.equals(said.asNew());
        var settlement = new Settlement(
                Boolean.TRUE.equals(said.skip()),
                fresh || said.person() != null,
                fresh ? null : said.person(),
                said.kept() == null ? List.of() : said.kept(),
                said.adopted() == null ? List.of() : said.adopted());
        var item = batches.settle(signed, id, number, settlement, Boolean.TRUE.equals(said.alike()));
        return sheets.of(signed, batches.find(signed, id), item);
    }

    @PostMapping("/{id}/examinations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchLine examine(@PathVariable UUID id, Signed signed) {
        return line(batches.examine(signed, id), signed);
    }

    @PostMapping("/{id}/writings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchLine write(@PathVariable UUID id, @RequestBody(required = false) @Nullable Writings some, Signed signed) {
        return line(batches.write(signed, id, some == null ? null : some.items()), signed);
    }

    @PostMapping("/{id}/reversals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchLine takeBack(@PathVariable UUID id, @RequestBody Reversal said, Signed signed) {
        return line(batches.takeBack(signed, id, said.reason() == null ? "" : said.reason()), signed);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID id, Signed signed) {
        batches.leave(signed, id);
    }

    @GetMapping("/{id}/report")
    void report(@PathVariable UUID id, Signed signed, HttpServletResponse response) throws IOException {
        var name = "导入核对表-" + batches.find(signed, id).called() + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var out = response.getWriter()) {
            var report = ProblemReport.begin(out);
            batches.each(signed, id, report::add);
        }
    }

    private BatchLine line(Batch batch, Signed signed) {
        var by = accounts.find(batch.account()).map(each -> each.displayName()).orElse("");
        return BatchLine.of(batch, by, batch.account().equals(signed.account()), batches.counts(signed, batch.id()));
    }

    private static ItemLine line(BatchItem item, Signed signed) {
        boolean kin = item.refusedTo(signed.sight());
        var problems = JSON.readTree(item.problems());
        return new ItemLine(
                item.number(),
                kin ? "（回避）" : item.file(),
                kin ? null : item.entry(),
                item.line(),
                item.status().word(),
                kin ? "（回避）" : item.name(),
                kin ? null : item.place(),
                ItemSheet.shown(signed, item),
                item.open().size(),
                item.candidates().size(),
                item.skip(),
                !item.held().isEmpty(),
                item.ready(),
                item.outcome(),
                kin || problems.isEmpty()
                        ? null
                        : problems.get(0).path("message").asString());
    }
}
