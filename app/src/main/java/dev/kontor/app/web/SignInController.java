package dev.kontor.app.web;

import dev.kontor.engine.config.AdministrationConfig;
import dev.kontor.engine.config.OidcConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one may sign in here, for whoever has not yet. */
@RestController
class SignInController {

  private final AdministrationConfig settings;

  SignInController(AdministrationConfig settings) {
    this.settings = settings;
  }

  /**
   * An identity provider.
   *
   * @param name as the button says
   * @param address where the browser goes to sign in
   */
  record Provider(String name, String address) {}

  /**
   * Ways to sign in.
   *
   * @param password always true
   * @param oidc null if no identity provider is configured
   */
  record Ways(boolean password, @Nullable Provider oidc) {}

  /** The ways to sign in. */
  @Open
  @GetMapping("/api/sign-in")
  Ways ways() {
    @Nullable OidcConfig oidc = settings.oidc();
    return new Ways(true, oidc == null ? null : new Provider(oidc.name(), OidcController.BEGIN));
  }
}
