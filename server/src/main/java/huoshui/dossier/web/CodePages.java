package huoshui.dossier.web;

import huoshui.access.SignedIn;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Codes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The words of the codes that facts keep as they came. 标准代码 */
@RestController
class CodePages {

    private static final Set<String> KEPT_AS_CODES = Set.of("ZB125", "ZB126", "ZB130", "ZB134", "ZB135");
    /** Lists whose words are chosen from where facts keep words: 培训类别, and ranks of the ladders that have a list. */
    private static final Set<String> CHOSEN_FROM = Set.of("ZB29", "ZB133", "ZB136", "ZB148");

    @SignedIn
    @GetMapping("/api/v1/codes/{list}")
    ResponseEntity<List<Code>> codes(@PathVariable String list) {
        if (!KEPT_AS_CODES.contains(list) && !CHOSEN_FROM.contains(list))
            throw Refusal.absent("no-code-list", "未找到：没有“%s”这个代码表。".formatted(list));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(Codes.list(list).codes());
    }
}
