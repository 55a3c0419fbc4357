package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.ServerTest;
import huoshui.TestClock;
import huoshui.kernel.Acts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TestSupportTests {

    @RoomTest
    @Nested
    class WithoutPages {

        @Autowired
        JdbcClient jdbc;

        @Autowired
        Acts acts;

        @Autowired
        TransactionTemplate transaction;

        @Test
        void aRoomTestHasADatabaseOfItsOwnAndAClockThatStands() {
            assertThat(jdbc.sql("select current_database()").query(String.class).single())
                    .startsWith("test_");
            assertThat(acts.today()).isEqualTo(TestClock.FIRST_DAY);
            long first = transaction.execute(status -> acts.begin().number());
            assertThat(first).isEqualTo(1);
        }
    }

    @ServerTest
    @Nested
    class WithPages {

        @LocalServerPort
        int port;

        @Autowired
        Acts acts;

        @Test
        void aServerTestHasARealPortAndAnotherDatabase() {
            assertThat(port).isPositive();
            assertThat(acts.head()).isZero();
        }
    }
}
