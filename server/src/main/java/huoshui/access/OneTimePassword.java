package huoshui.access;

/** A password that is shown once and must be changed at the first sign-in. 一次性口令 */
public record OneTimePassword(Account account, String password) {}
