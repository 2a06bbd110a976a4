@echo off
rem Builds the kit's host if its sources have changed, and passes all arguments on to it.
rem The steps are the same as in build.sh, in the same order.
setlocal
set "kit=%~dp0"
set "host=%kit%.lab\windows\Build.dll"
rem the host's exit code if its sources are newer than the host
set stale=86
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

rem 1. The .NET SDK: the kit's own, or the machine's.
set "dotnet=%kit%.dotnet\dotnet.exe"
if not exist "%dotnet%" set "dotnet=dotnet"

rem 2. Run the host if it exists and is up to date.
if not exist "%host%" goto :setup
where "%dotnet%" > nul 2>&1 || if not exist "%dotnet%" goto :setup
"%dotnet%" "%host%" %*
set code=%errorlevel%
if %code% == -1 goto :ended
rem -2147450730: the runtime could not start the host, for example because another SDK was removed.
if not %code% == %stale% if not %code% == -2147450730 exit /b %code%

:setup
rem 3. Without a suitable SDK, install one into the kit.
call :words
pushd "%kit%"
"%dotnet%" --version > nul 2>&1
set code=%errorlevel%
popd
if %code% == 0 goto :build
echo %installing%
if not exist "%kit%.dotnet" mkdir "%kit%.dotnet"
set "installer=%kit%.dotnet\dotnet-install.ps1"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$ProgressPreference = 'SilentlyContinue'; try { [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; Invoke-WebRequest -UseBasicParsing https://dot.net/v1/dotnet-install.ps1 -OutFile $env:installer; & $env:installer -Channel 10.0 -InstallDir ($env:kit + '.dotnet') -NoPath } catch { exit 1 }"
set "dotnet=%kit%.dotnet\dotnet.exe"
pushd "%kit%"
"%dotnet%" --version > nul 2>&1
set code=%errorlevel%
popd
if %code% == 0 goto :build
echo %not_downloaded% 1>&2
exit /b 2

:build
rem 4. Build the host, with a stand-in for Cake.Frosting if the registry lacks it (NU1101).
echo %building% 1>&2
if not exist "%kit%.lab" mkdir "%kit%.lab"
set "log=%kit%.lab\build.log"
set "find=%SystemRoot%\System32\find.exe"
call :compile
if %code% == 0 goto :run
if exist "%kit%.lab\standins.props" goto :failed
"%find%" "NU1101" "%log%" | "%find%" "Cake.Frosting" > nul
if errorlevel 1 goto :failed
echo %stand_in%
> "%kit%.lab\standins.props" echo ^<Project^>^<PropertyGroup^>^<UseStandIns^>true^</UseStandIns^>^</PropertyGroup^>^</Project^>
call :compile
if %code% == 0 goto :run

:failed
type "%log%" 1>&2
echo %not_built% 1>&2
exit /b 2

:run
rem 5. Run the host.
set LAB_JUST_BUILT=1
"%dotnet%" "%host%" %*
set code=%errorlevel%
if %code% == -1 goto :ended
exit /b %code%

:ended
rem The program that the host checks may kill it: then there is no result. All that is left running ends with it, in its job.
call :words
echo %ended% 1>&2
exit /b 2

:words
rem The language: the first of these that is known, as in build/Texts/Languages.cs.
set "language="
set "handout="
if exist "%kit%build\handout" set /p handout=< "%kit%build\handout"
call :choose "%LAB_LANG%"
call :choose "%DOTNET_CLI_UI_LANGUAGE%"
call :choose "%handout%"
if not defined language for /f %%l in ('powershell -NoProfile -Command "(Get-UICulture).Name" 2^> nul') do call :choose "%%l"
rem The sentences of this script. They need no letter that a console may lack.
if "%language%" == "es" goto :spanish
set "installing=There is no .NET 10 SDK on this machine. Installing one into .dotnet, for this kit only ..."
set "not_downloaded=The .NET 10 SDK could not be downloaded: please install it from https://dot.net and try again."
set "building=Building the kit ..."
set "stand_in=This package registry lacks Cake.Frosting: using the kit's stand-in for it from now on."
set "not_built=The kit itself could not be built: see above. Your program is not to blame."
set "ended=The check was ended from outside, perhaps by the program that it checked: there is no result."
exit /b

:spanish
set "installing=Este equipo no tiene el SDK de .NET 10. Se va a instalar uno en .dotnet, solo para este kit ..."
set "not_downloaded=No se ha podido descargar el SDK de .NET 10: descarga e instala el de https://dot.net y prueba de nuevo."
set "building=Compilando el kit ..."
set "stand_in=Este registro de paquetes no tiene Cake.Frosting: desde ahora se usa el sustituto que trae el kit."
set "not_built=No se ha podido compilar el propio kit: mira el mensaje de arriba. Tu programa no tiene la culpa."
set "ended=Algo ha cortado la prueba desde fuera, tal vez el programa que se comprobaba: no hay resultado."
exit /b

:choose
if defined language exit /b
for /f "delims=-_.@" %%c in ("%~1") do (
  if /i "%%c" == "en" set language=en
  if /i "%%c" == "es" set language=es
)
exit /b

:compile
"%dotnet%" build "%kit%build\Build.csproj" -nologo -v:quiet -nodeReuse:false > "%log%" 2>&1
set code=%errorlevel%
exit /b
