package huoshui.dossier.city;

import huoshui.kernel.code.Codes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether somebody is in service on a day. 人员状态 (ZB126, ZB78) */
public enum ServiceState {
    SERVING("1", "在职"),
    RETIRED("2", "离退"),
    DEPARTED("3", "调出"),
    DECEASED("4", "已去世"),
    OTHER("5", "其他"),
    NOT_YET("0", "尚未参加工作"),
    /** A talent who is no cadre is in no cadre's service, whatever they do: no count of cadres in service has them. */
    NO_CADRE("-", "非干部");

    private final String code;
    private final String title;

    ServiceState(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** From the state recorded (ZB126). */
    static Optional<ServiceState> recorded(@Nullable String state) {
        if (state == null) return Optional.empty();
        var code = Codes.list("ZB126").find(state).map(found -> found.code()).orElse(state.strip());
        for (var each : values()) {
            if (each != NOT_YET && each != NO_CADRE && each.code.equals(code)) return Optional.of(each);
        }
        return Optional.empty();
    }

    /** From the way somebody left (ZB78): 31 is retirement, 35 death, all else departure. */
    static ServiceState left(@Nullable String way) {
        if (way == null) return DEPARTED;
        var code = Codes.list("ZB78").find(way).map(found -> found.code()).orElse("");
        if (code.equals("31") || way.contains("退休") || way.contains("离休")) return RETIRED;
        return code.equals("35") || way.contains("去世") || way.contains("死亡") ? DECEASED : DEPARTED;
    }
}
