package huoshui.assessment;

import java.util.Map;
import java.util.UUID;

/**
 * What one voice says of one subject. 票面
 *
 * @param answers by code of the item
 */
public record VoiceSheet(UUID subject, Map<String, Given> answers) {

    public VoiceSheet {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }
}
