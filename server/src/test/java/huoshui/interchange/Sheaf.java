package huoshui.interchange;

import huoshui.interchange.form.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of forms as many hands would leave them, each about a different invented person. 一叠任免表 */
public final class Sheaf {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸";

    private static final String PLAIN = """
            <?xml version="1.0" encoding="utf-8"?>
            <Person>
              <XingMing>林示例</XingMing>
              <XingBie>男</XingBie>
              <ChuShengNianYue>198403</ChuShengNianYue>
              <MinZu>汉族</MinZu>
              <JiGuan>浙江示范</JiGuan>
              <ChuShengDi>浙江示范</ChuShengDi>
              <RuDangShiJian>200506</RuDangShiJian>
              <CanJiaGongZuoShiJian>200608</CanJiaGongZuoShiJian>
              <JianKangZhuangKuang>健康</JianKangZhuangKuang>
              <ZhuanYeJiShuZhiWu>
              </ZhuanYeJiShuZhiWu>
              <ShuXiZhuanYeYouHeZhuanChang>城乡规划</ShuXiZhuanYeYouHeZhuanChang>
              <QuanRiZhiJiaoYu_XueLi>大学</QuanRiZhiJiaoYu_XueLi>
              <QuanRiZhiJiaoYu_XueWei>工学学士</QuanRiZhiJiaoYu_XueWei>
              <QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>示例大学建筑系城市规划专业</QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>
              <QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi>示例大学建筑系城市规划专业</QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi>
              <ZaiZhiJiaoYu_XueLi>省委党校研究生</ZaiZhiJiaoYu_XueLi>
              <ZaiZhiJiaoYu_XueWei/>
              <ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>省委党校经济管理专业</ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>
              <ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi/>
              <XianRenZhiWu>示例市自然资源和规划局规划处处长</XianRenZhiWu>
              <NiRenZhiWu>示例市自然资源和规划局副局长（试用期一年）</NiRenZhiWu>
              <NiMianZhiWu>示例市自然资源和规划局规划处处长</NiMianZhiWu>
              <JianLi>2002.09--2006.08  示例大学建筑系城市规划专业学习
            2006.08--2015.03  示例市规划局科员、副主任科员（其间：2010.03--2012.03  挂职示例县示范镇镇长助理）
            2015.03--         示例市自然资源和规划局规划处处长
            （2013.09--2016.07  省委党校研究生班经济管理专业学习）</JianLi>
              <JiangChengQingKuang>无</JiangChengQingKuang>
              <NianDuKaoHeJieGuo>2024年称职，2025年优秀</NianDuKaoHeJieGuo>
              <RenMianLiYou>工作需要</RenMianLiYou>
              <JiaTingChengYuan>
                <Item>
                  <ChengWei>妻子</ChengWei>
                  <XingMing>赵示例</XingMing>
                  <ChuShengRiQi>198507</ChuShengRiQi>
                  <ZhengZhiMianMao>群众</ZhengZhiMianMao>
                  <GongZuoDanWeiJiZhiWu>示例市第一小学教师</GongZuoDanWeiJiZhiWu>
                </Item>
              </JiaTingChengYuan>
              <ChengBaoDanWei>中共示例市委组织部</ChengBaoDanWei>
              <JiSuanNianLingShiJian>202601</JiSuanNianLingShiJian>
              <TianBiaoShiJian>20260115</TianBiaoShiJian>
              <TianBiaoRen>钱示例</TianBiaoRen>
              <ShenFenZheng/>
              <ZhaoPian/>
              <Version>3.2.1.16</Version>
            </Person>""";

    private Sheaf() {}

    /** Forms from this seed; all of them say who they are about. */
    public static List<String> forms(long seed, int count) {
        var forms = new ArrayList<String>();
        var files = Corpus.files(seed, count);
        for (int i = 0; i < count; i++) forms.add(about(i, new String(files.get(i), StandardCharsets.UTF_8)));
        return forms;
    }

    /** Forms without a fault, as a careful hand fills them. */
    public static List<String> plain(int count) {
        var forms = new ArrayList<String>();
        for (int i = 0; i < count; i++) forms.add(about(i, PLAIN).replace("林", "宋"));
        return forms;
    }

    private static String about(int i, String form) {
        var birth = "%d%02d%02d".formatted(1960 + i % 20, 1 + i % 12, 1 + i % 28);
        var boy = i % 3 != 0;
        form = with(form, "XingMing", name(i));
        form = with(form, "XingBie", boy ? "男" : "女");
        form = with(form, "ChuShengNianYue", birth.substring(0, 6));
        return with(form, "ShenFenZheng", number(birth, i * 2 + (boy ? 1 : 0) + (form.contains("城乡规划") ? 300 : 0)));
    }

    public static String name(int i) {
        return "林" + GIVEN.charAt(i / 10 % 10) + GIVEN.charAt(i % 10);
    }

    /** An id number that holds together, of this birth day; an odd serial is a man's. */
    public static String number(String birth, int serial) {
        var body = "990101" + birth + "%03d".formatted(serial % 1000);
        int sum = 0;
        for (int k = 0; k < 17; k++) sum += (body.charAt(k) - '0') * WEIGHTS[k];
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The same form saying this in an element. */
    public static String with(String form, String element, String text) {
        return form.replaceFirst(
                "(?s)<%1$s>.*?</%1$s>|<%1$s ?/>".formatted(element), "<%1$s>%2$s</%1$s>".formatted(element, text));
    }

    /** Writes them into this folder, one file each. */
    public static void lay(Path folder, List<String> forms) {
        for (int i = 0; i < forms.size(); i++) lay(folder, "%03d.lrmx".formatted(i), forms.get(i));
    }

    public static Path lay(Path folder, String name, String form) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(name), form);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
