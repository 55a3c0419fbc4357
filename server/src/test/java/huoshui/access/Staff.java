package huoshui.access;

import huoshui.kernel.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens the accounts a test needs, through the same doors as a city would. */
public final class Staff {

    public static final String PASSWORD = "mountain river bridge";

    private final Accounts accounts;
    private final Grants grants;
    public final Account administrator;
    public final Account officer;

    public Staff(Accounts accounts, Grants grants) {
        this.accounts = accounts;
        this.grants = grants;
        this.administrator = ready(accounts.firstAdministrator().orElseThrow());
        this.officer = open("officer", null, null);
        grants.grant(by(administrator), officer.id(), new Grants.Granting(Role.SECURITY_OFFICER, null, null, null));
    }

    public static Actor by(Account account) {
        return new Actor(account.id());
    }

    public Account open(String name, @Nullable UUID unit, @Nullable UUID person) {
        return ready(accounts.open(by(administrator), new Accounts.Opening(name, name, unit, person)));
    }

    public Account open(String name, @Nullable UUID unit, @Nullable UUID person, String role) {
        var account = open(name, unit, person);
        grant(account, role);
        return account;
    }

    public Grant grant(Account account, String role) {
        return grants.grant(by(officer), account.id(), new Grants.Granting(role, null, null, null));
    }

    private Account ready(OneTimePassword first) {
        var id = first.account().id();
        accounts.changePassword(id, null, first.password(), PASSWORD);
        return accounts.find(id).orElseThrow();
    }
}
