package huoshui.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of the list. 事由表的一项
 *
 * @param english for the page in English; null for what a city added
 * @param addedBy the account that added it to the city's list; null for what was shipped
 * @param retired no longer to be stated; what was stated stays readable
 */
public record PurposeLine(
        String code,
        Use use,
        String name,
        @Nullable String english,
        @Nullable UUID addedBy,
        boolean retired) {

    /** What a purpose is stated for. 用途 */
    public enum Use {
        /** 查阅密章、导出 */
        READ,
        /** 抹除的法律依据 */
        ERASE,
        /** 程序自行注明，不供选取 */
        HOUSE
    }
}
