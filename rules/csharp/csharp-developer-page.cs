class Startup {
    void Configure(IApplicationBuilder app, IHostEnvironment env) {
        // ruleid: csharp-developer-page
        app.UseDeveloperExceptionPage();
        // ruleid: csharp-developer-page
        app.UseDeveloperExceptionPage(new DeveloperExceptionPageOptions());
        if (env.IsDevelopment()) {
            // ok: csharp-developer-page
            app.UseDeveloperExceptionPage();
        }
        // ok: csharp-developer-page
        app.UseExceptionHandler("/error");
        // app.UseDeveloperExceptionPage();
    }
}
