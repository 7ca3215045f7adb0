// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.consolesimulator.settings.Switches;
import dev.birdsong.consolesimulator.settings.Switches.PageOrder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void switchesAreSetByName() {
        Switches switches = Switches.documented()
                .with("page-order", "reversed")
                .with("late-share", "0.25")
                .with("maximum-limit", "1500")
                .with("cursor-lifetime", "90s")
                .with("gzip", "false");
        assertThat(switches.pageOrder()).isEqualTo(PageOrder.REVERSED);
        assertThat(switches.lateShare()).isEqualTo(0.25);
        assertThat(switches.maximumLimit()).isEqualTo(1_500);
        assertThat(switches.cursorLifetime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(switches.gzip()).isFalse();
    }

    @Test
    void unknownSwitchesAndValuesAreRefusedPlainly() {
        Switches switches = Switches.documented();
        assertThatThrownBy(() -> switches.with("Page-Order", "ascending"))
                .hasMessageStartingWith("no switch 'Page-Order'");
        assertThatThrownBy(() -> switches.with("page-order", "sideways"))
                .hasMessage("switch 'page-order' cannot be 'sideways': it must be ascending or descending or reversed");
        assertThatThrownBy(() -> switches.with("gzip", "yes"))
                .hasMessage("switch 'gzip' cannot be 'yes': it must be true or false");
        assertThatThrownBy(() -> switches.with("maximum-limit", "many")).hasMessageEndingWith("it must be a number");
        assertThatThrownBy(() -> switches.with("late-time", "soon"))
                .hasMessageEndingWith("it must be a time such as 30s, 200ms or 5m");
    }

    @Test
    void faultsAreReadFromText() {
        assertThat(Fault.parse("status=502,html=true,path=/devices/,count=3,probability=0.5"))
                .isEqualTo(new Fault(new Effect.Status(502, true), "/devices/", 0.5, 3));
        assertThat(Fault.parse("too-many=30").effect()).isEqualTo(new Effect.TooMany(Optional.of(30)));
        assertThat(Fault.parse("too-many=none").effect()).isEqualTo(new Effect.TooMany(Optional.empty()));
        assertThat(Fault.parse("delay=200ms").effect()).isEqualTo(new Effect.Delay(Duration.ofMillis(200)));
        assertThat(Fault.parse("cut=1000").effect()).isEqualTo(new Effect.Cut(1_000));
        assertThat(Fault.parse("slow=500").effect()).isEqualTo(new Effect.Slow(500));
        assertThat(Fault.parse("broken-at=7").effect()).isEqualTo(new Effect.BrokenAt(7));
        assertThat(Fault.parse("broken-record=incident:a::1").effect())
                .isEqualTo(new Effect.BrokenRecord("incident:a::1"));
        assertThat(Fault.parse("reset").effect()).isEqualTo(new Effect.Reset());
        assertThat(Fault.parse("proxy-page").effect()).isEqualTo(new Effect.ProxyPage());
        assertThat(Fault.parse("error-result").effect()).isEqualTo(new Effect.ErrorResult());
        assertThat(Fault.parse("bomb=100").effect()).isEqualTo(new Effect.Bomb(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flood", "status=high", "status=500,colour=red", "cut", "reset,count=x", "delay=soon"})
    void unknownFaultsAreRefused(String text) {
        assertThatThrownBy(() -> Fault.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fault");
    }

    @Test
    void impossibleNumbersAreRefused() {
        ConsoleSettings settings = ConsoleSettings.defaults();
        assertThatThrownBy(() -> settings.withPort(70_000)).hasMessage("port must be 0 to 65535");
        assertThatThrownBy(() -> settings.withRate(-1)).hasMessage("rate must be 0 to 1000 a second");
        assertThatThrownBy(() -> settings.withToken(" ")).hasMessage("token must not be blank");
        assertThatThrownBy(() -> Population.small().withDevices(0)).hasMessage("devices must be 1 to 100,000");
    }

    @Test
    void aTakenPortIsSaidPlainly() throws Exception {
        try (var running = Running.empty()) {
            ConsoleSettings same =
                    ConsoleSettings.defaults().withPort(running.console().port());
            assertThatThrownBy(() -> SimulatedConsole.start(same))
                    .hasMessage("cannot listen on " + running.console().host() + ": choose another port, or 0 for any");
        }
    }

    @Test
    void settingsNeverTellTheToken() {
        assertThat(ConsoleSettings.defaults().withToken("secret-token").toString())
                .doesNotContain("secret-token");
    }
}
