package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Settings;

/** What a connection signs in with (business-central/behaviours.md §2). */
enum Credentials {
  /** Of a Windows user, on a server of one's own. */
  WINDOWS(
      "windowsUser",
      "password",
      "Check windowsUser and password, and whether the account is locked; it must be a user of"
          + " Business Central (page Users, Windows User Name). The server instance's credential"
          + " type must be Windows and its ServicesUseNTLMAuthentication on."),
  /** Of a user with web service access key, on a server of one's own. */
  ACCESS_KEY(
      "user",
      "accessKey",
      "Check user and accessKey (page Users, field Web Service Access Key); the server"
          + " instance's credential type must be NavUserPassword."),
  /** Of an application, in Microsoft's cloud or on a server of one's own. */
  APPLICATION(
      "clientId",
      "clientSecret",
      "Check clientId, clientSecret and tenant; register the application on page"
          + " \"Microsoft Entra applications\" in Business Central, state Enabled, with"
          + " permission sets.");

  private final String name;
  private final String secret;
  private final String remedy;

  Credentials(String name, String secret, String remedy) {
    this.name = name;
    this.secret = secret;
    this.remedy = remedy;
  }

  static Credentials of(Settings settings) {
    if (settings.optional(WINDOWS.name).isPresent()) {
      return WINDOWS;
    }
    return settings.optional(ACCESS_KEY.name).isPresent() ? ACCESS_KEY : APPLICATION;
  }

  /** Value of the setting that names who signs in. */
  String name(Settings settings) {
    return settings.text(name);
  }

  String secret(Settings settings) {
    return settings.text(secret);
  }

  /** Name of the setting that {@link #name(Settings)} is the value of. */
  String setting() {
    return name;
  }

  /** What to look at once they were refused. */
  String remedy() {
    return remedy;
  }
}
