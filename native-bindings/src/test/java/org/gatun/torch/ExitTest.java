package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExitTest {

    /** Ends with status 3. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            LibTorch.skipDestructorsAtExit();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the hook ran")));
            System.exit(3);
        }
    }

    @Test
    void withoutDestructorsTheStatusAndTheShutdownHooksAreAsEver() throws IOException, InterruptedException {
        ChildJvm.Result result = new ChildJvm(Program.class).run();

        assertThat(result.exitStatus()).as(result.output()).isEqualTo(3);
        assertThat(result.output()).contains("the hook ran");
    }
}
