package huoshui.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import huoshui.access.Accounts;
import huoshui.access.SecondFactor;
import huoshui.access.Signed;
import huoshui.access.SignedIn;
import huoshui.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password and second factor. 本人口令 */
@RestController
@RequestMapping("/api/v1/session")
class CredentialPages {

    private final Accounts accounts;
    private final SecondFactor factor;

    CredentialPages(Accounts accounts, SecondFactor factor) {
        this.accounts = accounts;
        this.factor = factor;
    }

    record NewPassword(
            @Nullable String old,
            @JsonProperty("new") @Nullable String fresh) {}

    record Code(@Nullable String code) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    @SignedIn(beforeFirstChange = true)
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody NewPassword wanted, Signed signed) {
        if (wanted.old() == null || wanted.fresh() == null)
            throw Refusal.input("incomplete", "未更改：当前口令或新口令没有填。请填写后再办。");
        accounts.changePassword(signed.account(), signed.session(), wanted.old(), wanted.fresh());
    }

    @SignedIn
    @PostMapping("/totp")
    SecondFactor.Enrolment enrol(Signed signed) {
        return factor.enrol(signed);
    }

    @SignedIn
    @PutMapping("/totp")
    RecoveryCodes confirm(@RequestBody Code code, Signed signed) {
        return new RecoveryCodes(factor.confirm(signed, given(code)));
    }

    @SignedIn
    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@RequestBody Code code, Signed signed) {
        factor.stop(signed, given(code));
    }

    private static String given(Code code) {
        if (code.code() == null) throw Refusal.input("incomplete", "未办理：动态口令没有填。请填写手机上显示的 6 位数字。");
        return code.code().strip();
    }
}
