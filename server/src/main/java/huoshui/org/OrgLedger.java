package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Covered;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Kind;
import huoshui.kernel.ledger.Ledger;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.OrgKinds;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The room's own ledger, covered by the journal. 机构事实账 */
@Configuration(proxyBeanMethods = false)
@DependsOn("schemas")
class OrgLedger {

    static final List<String> CODES =
            OrgKinds.ALL.all().stream().map(Kind::code).toList();

    private static final String POST = "post";

    /** Whether this line says what a post is; of all lines most do. */
    static boolean posted(Fact<OrgFact> fact) {
        return fact.kind().equals(POST);
    }

    private final Ledger<OrgFact> facts;

    OrgLedger(JdbcClient jdbc, Acts acts, ApplicationEventPublisher events) {
        this.facts = new Ledger<>("org.fact", OrgKinds.ALL, jdbc, acts, events);
    }

    Ledger<OrgFact> facts() {
        return facts;
    }

    @Bean
    Covered organizationFacts() {
        return facts.covered();
    }

    List<Fact<OrgFact>> write(Actor actor, List<Change<OrgFact>> changes) {
        var written = facts.write(actor, changes);
        if (wroteHere()) return written;
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(OrgLedger.this);
            }
        });
        return written;
    }

    /** Whether this very transaction has written here. */
    boolean wroteHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }
}
