package dev.crossdock.api.v1.network;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.Profile;
import dev.crossdock.routing.network.ProfileInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What locations can do, when they work and what it costs. */
@RestController
class ProfilesEndpoint {

  private final Commands commands;
  private final Network network;

  ProfilesEndpoint(Commands commands, Network network) {
    this.commands = commands;
    this.network = network;
  }

  /** Profiles in the order of their locations' codes. */
  record Profiles(List<ProfileInput> items) {

    static Profiles of(List<Kept<Profile>> kept) {
      return new Profiles(kept.stream().map(ProfileInput::of).toList());
    }
  }

  @GetMapping("/api/v1/network/profiles")
  @RequiresScope(Scope.STOCK_READ)
  Profiles list(ApiCall call, @RequestParam(required = false) @Nullable Instant at) {
    return Profiles.of(
        commands.read(
            call,
            tx ->
                at == null
                    ? network.profiles().list(tx)
                    : network.profiles().then(tx, at).values().stream()
                        .sorted(Comparator.comparing(Kept::name))
                        .toList()));
  }

  @PutMapping("/api/v1/network/profiles")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<Tags.Stored> put(ApiCall call, @RequestBody List<ProfileInput> body) {
    List<ProfileInput> profiles = Items.of(body);
    return commands.write(call, Tags.Stored.class, tx -> Tags.Stored.of(network.profiles().put(tx, profiles)));
  }

  @GetMapping("/api/v1/network/profiles/{location}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<ProfileInput> get(ApiCall call, @PathVariable String location) {
    ProfileInput profile =
        commands.read(call, tx -> network.profiles().find(tx, location)).map(ProfileInput::of)
            .orElseThrow(Tags::missing);
    return Tags.tagged(profile, profile.version());
  }

  @PutMapping("/api/v1/network/profiles/{location}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<ProfileInput> putOne(
      ApiCall call,
      @PathVariable String location,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ProfileInput body) {
    Tags.same(location, body.location(), "location");
    ProfileInput profile = body.named(location, Tags.version(ifMatch));
    return commands.write(
        call,
        ProfileInput.class,
        tx -> {
          Tags.Stored.of(network.profiles().put(tx, List.of(profile)));
          return network.profiles().find(tx, location).map(ProfileInput::of).orElseThrow(Tags::missing);
        });
  }

  @DeleteMapping("/api/v1/network/profiles/{location}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<Tags.Stored> remove(
      ApiCall call,
      @PathVariable String location,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Integer version = Tags.version(ifMatch);
    return commands.write(
        call, Tags.Stored.class, tx -> Tags.Stored.of(network.profiles().remove(tx, location, version)));
  }
}
