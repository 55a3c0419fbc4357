package huoshui.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stands in where no room says where people are placed: nobody is anywhere. */
@TestConfiguration
public class Nowhere {

    @Bean
    @ConditionalOnMissingBean
    Placement nowhere() {
        return new Placement() {
            @Override
            public Optional<Place> of(UUID person) {
                return Optional.empty();
            }

            @Override
            public Set<UUID> kin(UUID person) {
                return Set.of();
            }

            @Override
            public long version() {
                return 0;
            }
        };
    }
}
