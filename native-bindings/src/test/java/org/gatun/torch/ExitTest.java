package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ExitTest {

    /** Ends with status 3, unless what was registered for the end before is called: that is abort(). */
    static final class Program {

        private Program() {}

        public static void main(String[] args) throws Throwable {
            LibTorch.load();
            Linker linker = Linker.nativeLinker();
            MemorySegment abort = linker.defaultLookup().findOrThrow("abort");
            MethodHandle register = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("__cxa_atexit"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            int status = (int) register.invokeExact(abort, MemorySegment.NULL, MemorySegment.NULL);
            assertThat(status).isZero();

            LibTorch.skipDestructorsAtExit();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the hook ran")));
            System.exit(3);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutDestructorsTheStatusAndTheShutdownHooksAreAsEver() throws IOException, InterruptedException {
        ChildJvm.Result result = new ChildJvm(Program.class).run();

        assertThat(result.exitStatus()).as(result.output()).isEqualTo(3);
        assertThat(result.output()).contains("the hook ran");
    }
}
