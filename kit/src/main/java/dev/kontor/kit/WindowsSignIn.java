package dev.kontor.kit;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import java.util.Optional;

/** A Windows user, who signs in connections instead of calls. */
public final class WindowsSignIn implements SignIn {

  private final Http way;

  public WindowsSignIn(Toolbox toolbox, WindowsUser user) {
    way = toolbox.http(user);
  }

  @Override
  public Optional<String> authorization() {
    return Optional.empty();
  }

  @Override
  public boolean refused(String authorization) {
    return false;
  }

  @Override
  public Http way(Http plain) {
    return way;
  }

  @Override
  public String toString() {
    return "WindowsSignIn";
  }
}
