package huoshui.document.paper;

import huoshui.document.paper.AppointmentForm.Relative;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Forms of invented people, easy and hard to print. */
final class SampleForms {

    static final Imprint IMPRINT =
            new Imprint("情况截至 2026.11.20｜信息录至 2026.11.20 09:41", "打印人 林知远　2026.11.20 09:41", "林知远　2026.11.20 09:41");

    static final String RESUME = """
            2002.09--2006.08  澜江大学建筑系城市规划专业学习
            2006.08--2009.03  澜江市规划局科员
            2009.03--2015.03  澜江市规划局副主任科员、主任科员（其间：2010.03--2012.03  挂职隆川县河口镇镇长助理；2011.09--2012.01  在市委党校中青年干部培训班学习）
            2015.03--2019.11  澜江市自然资源和规划局规划处处长
            2019.11--         澜江市自然资源和规划局党组成员、副局长
            （2013.09--2016.07  省委党校研究生班经济管理专业学习）

            第九次市党代会代表""".stripIndent();

    private SampleForms() {}

    static AppointmentForm plain() {
        return form("郁桐", RESUME, kin(4), photo(320, 400), "", null);
    }

    static AppointmentForm since2025() {
        return form("郁桐", RESUME, kin(4), photo(320, 400), "", "2047.03\n（63岁）");
    }

    static AppointmentForm form(
            String name,
            String resume,
            List<Relative> family,
            @Nullable Picture photo,
            String photoNote,
            @Nullable String retirement) {
        return new AppointmentForm(
                name,
                "女",
                "1984.03\n（42岁）",
                "汉族",
                "浙江示范",
                "浙江示范县河口镇",
                "2005.06",
                "2006.08",
                retirement,
                "健康",
                "高级城乡规划师",
                "城乡规划、国土空间治理",
                "大学\n工学学士",
                "澜江大学建筑系城市规划专业",
                "省委党校研究生",
                "省委党校经济管理专业",
                "澜江市自然资源和规划局党组成员、副局长",
                "澜江市水务局党组书记、局长（试用期一年）",
                "澜江市自然资源和规划局党组成员、副局长",
                resume,
                "2021.07，经中共澜江市委批准，市优秀共产党员；\n2023.12，经澜江市人民政府批准，记三等功；",
                "2024年称职，2025年优秀",
                "工作需要",
                family,
                "中共澜江市委组织部",
                "2026年1月15日",
                "钱示例",
                photo,
                photoNote);
    }

    static AppointmentForm with(AppointmentForm form, String currentPost) {
        return new AppointmentForm(
                form.name(),
                form.sex(),
                form.birth(),
                form.ethnicity(),
                form.nativePlace(),
                form.birthPlace(),
                form.party(),
                form.workStarted(),
                form.retirement(),
                form.health(),
                form.title(),
                form.expertise(),
                form.fulltime(),
                form.fulltimeSchool(),
                form.inservice(),
                form.inserviceSchool(),
                currentPost,
                form.proposedPost(),
                form.proposedRemoval(),
                form.resume(),
                form.rewards(),
                form.assessments(),
                form.reason(),
                form.family(),
                form.submittedBy(),
                form.submittedOn(),
                form.filledBy(),
                form.photo(),
                form.photoNote());
    }

    /** As many periods as asked for, each with words of its own. */
    static String resume(int periods) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < periods; i++)
            lines.add("%d.09--%d.08  澜江市第%d规划分局办公室副主任科员，主持规划编制与实施".formatted(1950 + i, 1951 + i, i + 1));
        return String.join("\n", lines);
    }

    static List<Relative> kin(int rows) {
        var kin = new ArrayList<Relative>();
        for (int i = 0; i < rows; i++)
            kin.add(new Relative(
                    i == 0 ? "丈夫" : "姐姐", "赵示" + "甲乙丙丁戊己庚辛壬癸子".charAt(i), "4" + i % 10, "中共党员", "示范市第一小学副校长、高级教师"));
        return kin;
    }

    static Picture photo(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x8FB9B8));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xFAF8F3));
        pen.fillOval(width / 4, height / 8, width / 2, height / 2);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Picture.read(bytes.toByteArray()).orElseThrow();
    }
}
