package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.kernel.Acts;
import huoshui.kernel.ledger.Covered;
import huoshui.kernel.ledger.Ledger;
import huoshui.kernel.seal.Seals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of facts about people. 人员事实账 */
@Configuration(proxyBeanMethods = false)
class DossierLedger {

    @Bean
    @DependsOn("schemas")
    Ledger<FactBody> personLedger(JdbcClient jdbc, Acts acts, ApplicationEventPublisher events, Seals seals) {
        return new Ledger<>("dossier.fact", FactKinds.ALL, jdbc, acts, events, seals);
    }

    @Bean
    Covered personFacts(Ledger<FactBody> personLedger) {
        return personLedger.covered();
    }
}
