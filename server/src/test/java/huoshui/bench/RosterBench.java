package huoshui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RunningHouse;
import huoshui.Visitor;
import huoshui.document.sheet.SheetFile;
import huoshui.document.sheet.SheetLine;
import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.interchange.RosterColumns;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rosters of a city: thirty thousand people out, a hundred thousand rows in to a ready difference screen. */
class RosterBench {

    private static final int ROWS = Integer.getInteger("huoshui.rows", 100_000);
    private static final int COLUMNS = 40;
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random = new Random(31);
    private final Path around = Path.of("target", "bench-roster").toAbsolutePath();

    @Test
    void measure() throws Exception {
        Files.createDirectories(around);
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var figures = new Figures("roster");
        try (var house = BenchCity.serve(folder)) {
            var visitor = new Visitor(house.port());
            visitor.signIn("xinxi", RunningHouse.password(folder, "xinxi"));
            var out = out(figures, visitor, house, folder);
            var roster = roster(out);
            figures.put("roster in, MB", Files.size(roster) / 1e6);
            in(figures, visitor, house, roster);
        }
        figures.done();
    }

    private Path out(Figures figures, Visitor visitor, RunningHouse house, Path folder) throws Exception {
        var columns = new ArrayList<String>(List.of("n"));
        RosterColumns.all().stream()
                .map(each -> each.code())
                .filter(each -> !List.of("resume", "family", "rewards").contains(each))
                .limit(COLUMNS - 1)
                .forEach(columns::add);
        var wish = new java.util.HashMap<String, Object>(Map.of(
                "format", "xlsx", "all", true, "purpose", "P03", "layout", Map.of("name", "测量名册", "columns", columns)));
        var answered = visitor.post("/api/v1/exports", wish);
        assertThat(answered.status()).as(answered.code()).isLessThan(300);
        var asked = answered.body();
        figures.put("people out", asked.path("people").asInt());
        figures.put("columns out", columns.size());
        agree(house, folder, asked.path("approval").asString());
        var file = around.resolve("out.xlsx");
        double worked = worked(house);
        long began = System.nanoTime();
        int status = fetch(
                visitor, house, "/api/v1/exports/" + asked.path("approval").asString() + "/files", file);
        figures.put("roster out, seconds", (System.nanoTime() - began) / 1e9);
        figures.put("roster out, seconds of the server's processor", worked(house) - worked);
        assertThat(status).isEqualTo(200);
        figures.put("roster out, MB", Files.size(file) / 1e6);
        return file;
    }

    private static void agree(RunningHouse house, Path folder, String approval) {
        for (var each : JsonMapper.shared()
                .readTree(folder.resolve("demo-accounts.json").toFile())) {
            var other = new Visitor(house.port());
            if (other.signIn(
                                    each.path("account").asString(),
                                    each.path("password").asString())
                            .status()
                    != 201) continue;
            if (other.post("/api/v1/approvals/" + approval + "/decisions", Map.of("agreed", true))
                            .status()
                    < 300) return;
        }
        throw new IllegalStateException("nobody agreed");
    }

    private static int fetch(Visitor visitor, RunningHouse house, String path, Path file) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var cookies = "XSRF-TOKEN=" + visitor.cookie("XSRF-TOKEN") + "; HUOSHUI=" + visitor.cookie("HUOSHUI");
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + path))
                    .header("Cookie", cookies)
                    .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode();
        }
    }

    /** Everybody who went out, every tenth with another native place, and people nobody knows up to the number asked. */
    private Path roster(Path out) throws IOException {
        var file = around.resolve("in.xlsx");
        var known = new ArrayList<List<String>>();
        var heads = List.of(
                "姓名",
                "性别",
                "出生年月",
                "民族",
                "籍贯",
                "出生地",
                "身份证号",
                "政治面貌",
                "入党时间",
                "参加工作时间",
                "全日制学历",
                "全日制学位",
                "全日制毕业院校系及专业",
                "现任职务",
                "职级");
        try (var sheet = SheetFile.open(out, "out.xlsx")) {
            var places = new ArrayList<Integer>();
            sheet.read(0, line -> {
                if (line.number() == 3) heads.forEach(each -> places.add(place(line, each)));
                if (line.number() <= 3 || known.size() >= ROWS) return;
                var row = new ArrayList<String>();
                places.forEach(each -> row.add(each < 0 ? "" : line.cell(each).text()));
                known.add(row);
            });
        }
        try (var to = new BufferedOutputStream(Files.newOutputStream(file));
                var sheet = new SheetWriter(to, SheetWriter.Style.STANDARD)) {
            sheet.sheet("名册");
            for (int i = 0; i < heads.size(); i++) sheet.text(0, i, heads.get(i), Look.HEAD);
            for (int row = 1; row <= ROWS; row++) {
                var values = row <= known.size() ? known.get(row - 1) : stranger(row);
                for (int i = 0; i < values.size(); i++)
                    sheet.text(row, i, i == 4 && row % 10 == 0 ? "江西示范" : values.get(i), Look.TEXT);
                sheet.done(row);
            }
        }
        return file;
    }

    private static int place(SheetLine line, String head) {
        for (int i = 0; i < line.cells().size(); i++)
            if (line.cells().get(i).text().equals(head)) return i;
        return -1;
    }

    private List<String> stranger(int row) {
        var birth = LocalDate.of(1968, 1, 1).plusDays(random.nextInt(10_000));
        boolean man = random.nextBoolean();
        var digits = "990199%s%03d".formatted(birth.toString().replace("-", ""), row % 500 * 2 + (man ? 1 : 0));
        int sum = 0;
        for (int k = 0; k < 17; k++) sum += (digits.charAt(k) - '0') * WEIGHTS[k];
        var name = "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + (char) (0x4e00 + random.nextInt(8000))
                + (char) (0x4e00 + random.nextInt(8000));
        return List.of(
                name,
                man ? "男" : "女",
                "%d.%02d".formatted(birth.getYear(), birth.getMonthValue()),
                "汉族",
                "云南示范",
                "云南示范",
                digits + "10X98765432".charAt(sum % 11),
                "中共党员",
                "1998.07",
                "1995.08",
                "大学",
                "法学学士",
                "示例大学法律系法学专业",
                "示例局科长",
                "一级主任科员");
    }

    private void in(Figures figures, Visitor visitor, RunningHouse house, Path roster) throws Exception {
        var residents = new ArrayList<Long>();
        double worked = worked(house);
        long began = System.nanoTime();
        var id = visitor.upload("/api/v1/imports", Map.of("名册.xlsx", Files.readAllBytes(roster)))
                .body()
                .path("id")
                .asString();
        var mapping = waited(visitor, house, id, residents);
        double mapped = (System.nanoTime() - began) / 1e9;
        figures.put("upload to the mapping screen, seconds", mapped);
        assertThat(mapping.path("state").asString()).isEqualTo("mapping");
        long again = System.nanoTime();
        visitor.post("/api/v1/imports/" + id + "/examinations", Map.of());
        var ready = waited(visitor, house, id, residents);
        double examined = (System.nanoTime() - again) / 1e9;
        assertThat(ready.path("state").asString()).as(ready.toString()).isEqualTo("ready");
        figures.put("mapping said to the ready difference, seconds", examined);
        figures.put("both, seconds", mapped + examined);
        figures.put("seconds of the server's processor", worked(house) - worked);
        figures.put("counts", ready.path("counts").toString());
        figures.put("server at half time, MB", residents.get(residents.size() / 2));
        figures.put("server at the end, MB", residents.getLast());
        visitor.delete("/api/v1/imports/" + id);
    }

    /** Seconds of processor time the server has used, which tell more than the clock on a busy machine. */
    private static double worked(RunningHouse house) {
        return ProcessHandle.of(house.pid())
                .flatMap(each -> each.info().totalCpuDuration())
                .map(each -> each.toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static JsonNode waited(Visitor visitor, RunningHouse house, String id, List<Long> residents)
            throws InterruptedException {
        while (true) {
            residents.add(ImportBench.resident(house.pid(), "VmRSS"));
            var batch = visitor.get("/api/v1/imports/" + id).body();
            if (!List.of("receiving", "examining").contains(batch.path("state").asString())) return batch;
            Thread.sleep(250);
        }
    }
}
