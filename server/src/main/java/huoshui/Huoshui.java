package huoshui;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program 活水: the rooms beneath this package, put together. */
@Modulithic(systemName = "Huoshui 活水")
@SpringBootApplication
public class Huoshui {}
