package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.access.DomainUser;
import dev.kontor.twin.businesscentral.access.KeyUser;
import dev.kontor.twin.businesscentral.access.ServerUser;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import java.util.Optional;

/** A server instance of one's own (behaviours.md §1). */
record ServerSite(ServerUser user) implements Site {

  private static final String ROOT = "/BC/api";

  @Override
  public String root() {
    return ROOT;
  }

  @Override
  public Optional<Address> address(String path) {
    return path.startsWith(ROOT + "/")
        ? Optional.of(new Address(ROOT, path.substring(ROOT.length() + 1)))
        : Optional.empty();
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    if (!user.apiServices()) {
      return Optional.of(Answer.empty(405));
    }
    return switch (user) {
      case KeyUser key ->
          key.signed(call) ? Optional.empty() : Optional.of(Site.notSignedIn("Basic realm=\"\""));
      case DomainUser windows -> windows.door().refusal(call);
    };
  }
}
