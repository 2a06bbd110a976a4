#!/usr/bin/env bash
# Builds the kit's host if its sources have changed, and passes all arguments on to it.
# The steps are the same as in build.cmd, in the same order.
set -u
kit="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
host="$kit/.lab/unix/Build.dll"
stale=86 # the host's exit code if its sources are newer than the host
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# The language: the first of these that is known, as in build/Texts/Languages.cs.
language=
for named in "${LAB_LANG:-}" "${DOTNET_CLI_UI_LANGUAGE:-}" "$(cat "$kit/build/handout" 2> /dev/null)" "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}"; do
  case "${named%%[-_.@]*}" in
    [eE][nN]) language=${language:-en} ;;
    [eE][sS]) language=${language:-es} ;;
  esac
done

# The sentences of this script. They need no letter that a console may lack.
case $language in
  es)
    installing="Este equipo no tiene el SDK de .NET 10. Se va a instalar uno en .dotnet, solo para este kit ..."
    not_downloaded="No se ha podido descargar el SDK de .NET 10: descarga e instala el de https://dot.net y prueba de nuevo."
    building="Compilando el kit ..."
    stand_in="Este registro de paquetes no tiene Cake.Frosting: desde ahora se usa el sustituto que trae el kit."
    not_built="No se ha podido compilar el propio kit: mira el mensaje de arriba. Tu programa no tiene la culpa."
    ended="Algo ha cortado la prueba desde fuera, tal vez el programa que se comprobaba: no hay resultado."
    ;;
  *)
    installing="There is no .NET 10 SDK on this machine. Installing one into .dotnet, for this kit only ..."
    not_downloaded="The .NET 10 SDK could not be downloaded: please install it from https://dot.net and try again."
    building="Building the kit ..."
    stand_in="This package registry lacks Cake.Frosting: using the kit's stand-in for it from now on."
    not_built="The kit itself could not be built: see above. Your program is not to blame."
    ended="The check was ended from outside, perhaps by the program that it checked: there is no result."
    ;;
esac

# Runs the host. The program that it checks may kill it: then there is no result, and nothing must be left running (on Linux).
run() {
  { LAB_HOST=$$ "$dotnet" "$host" "$@" 2>&3 3>&-; } 3>&2 2> /dev/null # hides the shell's own "Killed"
  code=$?
  case $code in 0 | 1 | 2 | 131 | 150 | $stale) return $code ;; esac
  for _ in 1 2 3; do
    kill -9 $(grep -lszx "LAB_HOST=$$" /proc/[0-9]*/environ | cut -d/ -f3)
  done 2> /dev/null
  echo "$ended" >&2
  return 2
}

# 1. The .NET SDK: the kit's own, or the machine's.
dotnet="$kit/.dotnet/dotnet"
[ -x "$dotnet" ] || dotnet=dotnet

# 2. Run the host if it exists and is up to date.
if [ -f "$host" ] && command -v "$dotnet" > /dev/null; then
  run "$@"
  code=$?
  # 131 and 150: the runtime could not start the host, for example because another SDK was removed.
  case $code in $stale | 131 | 150) ;; *) exit $code ;; esac
fi

# 3. Without a suitable SDK, install one into the kit.
if ! (cd "$kit" && "$dotnet" --version) > /dev/null 2>&1; then
  echo "$installing"
  mkdir -p "$kit/.dotnet"
  installer="$kit/.dotnet/dotnet-install.sh"
  { curl -fsSL https://dot.net/v1/dotnet-install.sh -o "$installer" \
    || wget -qO "$installer" https://dot.net/v1/dotnet-install.sh; } 2> /dev/null \
    && bash "$installer" --channel 10.0 --install-dir "$kit/.dotnet" --no-path
  dotnet="$kit/.dotnet/dotnet"
  if ! (cd "$kit" && "$dotnet" --version) > /dev/null 2>&1; then
    echo "$not_downloaded" >&2
    exit 2
  fi
fi

# 4. Build the host, with a stand-in for Cake.Frosting if the registry lacks it (NU1101).
build() { "$dotnet" build "$kit/build/Build.csproj" -nologo -v:quiet -nodeReuse:false 2>&1; }
echo "$building" >&2
log="$(build)"
code=$?
if [ $code -ne 0 ] && [[ "$log" =~ NU1101[^$'\n']*Cake\.Frosting ]] && [ ! -f "$kit/.lab/standins.props" ]; then
  echo "$stand_in"
  mkdir -p "$kit/.lab"
  echo '<Project><PropertyGroup><UseStandIns>true</UseStandIns></PropertyGroup></Project>' > "$kit/.lab/standins.props"
  log="$(build)"
  code=$?
fi
if [ $code -ne 0 ]; then
  echo "$log" >&2
  echo "$not_built" >&2
  exit 2
fi

# 5. Run the host.
export LAB_JUST_BUILT=1
run "$@"
