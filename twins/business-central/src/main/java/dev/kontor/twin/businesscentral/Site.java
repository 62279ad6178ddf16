package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import java.util.Optional;

/** Where the service stands: what its addresses look like and who may call it. */
sealed interface Site permits CloudSite, ServerSite {

  /**
   * An address of an API.
   *
   * @param root path up to and with {@code /api}
   * @param rest what follows it
   */
  record Address(String root, String rest) {}

  /** Path of the APIs, with {@code /api}. */
  String root();

  /** Where a path leads, empty if nowhere. */
  Optional<Address> address(String path);

  /** The refusal of a call that is not signed as it must be. */
  Optional<Answer> refusal(Call call);

  /** In the service's form. */
  static Answer notSignedIn(String scheme) {
    return ErrorAnswer.of(
            401,
            "Authentication_InvalidCredentials",
            "The server has rejected the client credentials.")
        .with("WWW-Authenticate", scheme);
  }
}
