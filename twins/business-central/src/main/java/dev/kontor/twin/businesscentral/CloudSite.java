package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.EntraTokens;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An environment in Microsoft's cloud, called with tokens; the tenant may be left out. */
record CloudSite(Options options, EntraTokens tokens) implements Site {

  private static final Pattern API = Pattern.compile("(/v2\\.0/(?:([^/]+)/)?([^/]+)/api)/(.+)");

  @Override
  public String root() {
    return "/v2.0/" + options.tenant() + "/" + options.environment() + "/api";
  }

  @Override
  public Optional<Address> address(String path) {
    Matcher api = API.matcher(path);
    return api.matches() && isKnown(api)
        ? Optional.of(new Address(api.group(1), api.group(4)))
        : Optional.empty();
  }

  private boolean isKnown(Matcher api) {
    boolean tenant = api.group(2) == null || api.group(2).equalsIgnoreCase(options.tenant());
    return tenant && api.group(3).equalsIgnoreCase(options.environment());
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    return tokens.accepts(call) ? Optional.empty() : Optional.of(Site.notSignedIn("Bearer"));
  }
}
