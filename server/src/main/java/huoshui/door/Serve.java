package huoshui.door;

import huoshui.access.Accounts;
import huoshui.access.OneTimePassword;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Opens the pages until told to stop. 启动服务 */
@Command(name = "serve", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Serve implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Mixin
    Listening listening = new Listening();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (var open = OpenHouse.withPages(house, listening.settings(house.data))) {
            var address = listening.address(open.port());
            open.serving(address);
            RuleFiles.read(open, spec.commandLine().getErr());
            var first = open.room(Accounts.class).firstAdministrator();
            var out = spec.commandLine().getOut();
            if (house.json) out.println(JsonMapper.shared().writeValueAsString(told(address, first)));
            else tell(address, first, out);
            new CountDownLatch(1).await();
        }
        return Door.FINE;
    }

    private Map<String, Object> told(String address, Optional<OneTimePassword> first) {
        var told = new LinkedHashMap<String, Object>();
        told.put("address", address);
        told.put("data", house.data.toAbsolutePath().normalize().toString());
        told.put("pid", ProcessHandle.current().pid());
        first.ifPresent(made ->
                told.put("firstAdministrator", Map.of("account", made.account().name(), "password", made.password())));
        return told;
    }

    private void tell(String address, Optional<OneTimePassword> first, PrintWriter out) {
        first.ifPresent(
                made -> out.println(Door.word("serve.first", made.account().name(), made.password())));
        listening.authority(house.data).ifPresent(file -> out.println(Door.word("serve.authority", file)));
        out.println(Door.word("serve.open", address));
    }
}
